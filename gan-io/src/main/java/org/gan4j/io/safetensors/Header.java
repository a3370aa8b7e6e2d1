package org.gan4j.io.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;

/**
 * What a header says.
 *
 * @param entries the tensors by place
 * @param metadata all strings, the checksum included
 * @param checksumAt where the checksum's digits begin, in bytes of the header
 */
record Header(List<Entry> entries, Map<String, String> metadata, OptionalInt checksumAt) {
  /** The format's own limit. */
  static final int MAX_BYTES = 100_000_000;

  /** Header and data both begin at multiples of this. */
  private static final int ALIGNMENT = 8;

  private static final JsonFactory JSON = new JsonFactory();

  /**
   * A tensor's place in the data.
   *
   * @param name the tensor's name
   * @param dtype the element type
   * @param shape the shape
   * @param begin the first byte
   * @param end the byte after the last
   */
  record Entry(String name, DType dtype, Shape shape, long begin, long end) {}

  /** The types' names in a file. */
  static String code(DType dtype) {
    return switch (dtype) {
      case FLOAT32 -> "F32";
      case FLOAT64 -> "F64";
    };
  }

  /** Places the tensors by falling element size, so that each is aligned, then by name. */
  static List<Entry> place(Map<String, TensorData> tensors) {
    long[] next = new long[1];
    return tensors.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<String, TensorData> e) -> e.getValue().dtype().bytes(),
                    Comparator.reverseOrder())
                .thenComparing(Map.Entry::getKey))
        .map(
            e -> {
              TensorData data = e.getValue();
              long begin = next[0];
              next[0] += data.littleEndian().length;
              return new Entry(e.getKey(), data.dtype(), data.shape(), begin, next[0]);
            })
        .collect(Collectors.toList());
  }

  /** Writes the JSON text, with zeros for a checksum, padded with spaces. */
  static byte[] encode(List<Entry> entries, Map<String, String> metadata) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeObjectFieldStart(SafetensorsFile.METADATA);
      Map<String, String> all = new TreeMap<>(metadata);
      all.put(SafetensorsFile.CHECKSUM, Checksum.ZEROS);
      for (Map.Entry<String, String> entry : all.entrySet()) {
        json.writeStringField(entry.getKey(), entry.getValue());
      }
      json.writeEndObject();
      for (Entry entry : entries) {
        encode(json, entry);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string is never full", e);
    }
    return padded(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void encode(JsonGenerator json, Entry entry) throws IOException {
    json.writeObjectFieldStart(entry.name());
    json.writeStringField("dtype", code(entry.dtype()));
    json.writeFieldName("shape");
    int[] dims = entry.shape().dims();
    json.writeArray(dims, 0, dims.length);
    json.writeFieldName("data_offsets");
    json.writeArray(new long[] {entry.begin(), entry.end()}, 0, 2);
    json.writeEndObject();
  }

  private static byte[] padded(byte[] json) {
    byte[] header = Arrays.copyOf(json, (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
    Arrays.fill(header, json.length, header.length, (byte) ' ');
    return header;
  }
}
