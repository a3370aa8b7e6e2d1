package org.gan4j.io.safetensors;

import static org.gan4j.io.safetensors.SafetensorsException.malformed;
import static org.gan4j.io.safetensors.SafetensorsException.quoted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;

/**
 * The content of a header, parsed strictly: anything that the format does not allow is an error.
 *
 * @param entries the tensors in the order of their data, which they fill without gaps
 * @param metadata all strings by key
 */
record Header(List<Entry> entries, Map<String, String> metadata) {
  static final String METADATA = "__metadata__";

  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * A tensor whose data are the bytes from {@code begin} (inclusive) to {@code end} (exclusive).
   */
  record Entry(String name, DType dtype, Shape shape, long begin, long end) {}

  /**
   * Parses a header.
   *
   * @param where the file, for messages
   * @param bytes the header
   * @param dataLength how many bytes follow the header
   * @throws SafetensorsException if it is malformed, or the tensors do not fill the data
   */
  static Header parse(String where, byte[] bytes, long dataLength) throws SafetensorsException {
    List<Entry> entries = new ArrayList<>();
    Map<String, String> metadata = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : json(where, bytes).properties()) {
      String name = field.getKey();
      if (name.equals(METADATA)) {
        readMetadata(where, field.getValue(), metadata);
      } else {
        entries.add(entry(where + ", tensor " + quoted(name), name, field.getValue()));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    requireFilled(where, entries, dataLength);
    return new Header(entries, metadata);
  }

  private static JsonNode json(String where, byte[] bytes) throws SafetensorsException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (!text.startsWith("{")) {
        throw malformed(where, "a header that begins with {", quoted(text));
      }
      return JSON.readTree(text);
    } catch (CharacterCodingException e) {
      throw malformed(where, "a header in UTF-8", "other bytes");
    } catch (JsonProcessingException e) {
      throw malformed(where, "a header in JSON", e.getOriginalMessage());
    }
  }

  private static void readMetadata(String where, JsonNode node, Map<String, String> metadata)
      throws SafetensorsException {
    node.properties().stream()
        .filter(field -> field.getValue().isTextual())
        .forEach(field -> metadata.put(field.getKey(), field.getValue().textValue()));
    if (!node.isObject() || metadata.size() < node.size()) {
      throw malformed(where, METADATA + " to be an object of strings", quoted(node.toString()));
    }
  }

  private static Entry entry(String where, String name, JsonNode node) throws SafetensorsException {
    JsonNode dtype = node.path("dtype");
    JsonNode shape = node.path("shape");
    JsonNode offsets = node.path("data_offsets");
    if (node.size() != 3
        || !dtype.isTextual()
        || !areCounts(shape)
        || !areCounts(offsets)
        || offsets.size() != 2) {
      throw malformed(
          where,
          "a string as dtype, counts as shape, two counts as data_offsets, and no other key",
          quoted(node.toString()));
    }
    return new Entry(
        name,
        dtype(where, dtype.textValue()),
        shape(where, shape),
        offsets.get(0).longValue(),
        offsets.get(1).longValue());
  }

  private static boolean areCounts(JsonNode node) {
    for (JsonNode count : node) {
      if (!count.isIntegralNumber() || !count.canConvertToLong() || count.longValue() < 0) {
        return false;
      }
    }
    return node.isArray();
  }

  /** The name of an element type in a file. */
  static String code(DType dtype) {
    return switch (dtype) {
      case FLOAT32 -> "F32";
      case FLOAT64 -> "F64";
    };
  }

  private static DType dtype(String where, String code) throws SafetensorsException {
    for (DType dtype : DType.values()) {
      if (code(dtype).equals(code)) {
        return dtype;
      }
    }
    throw new SafetensorsException(
        where, "dtype F32 or F64", quoted(code), "convert the tensor before saving it");
  }

  private static Shape shape(String where, JsonNode node) throws SafetensorsException {
    int[] dims = new int[node.size()];
    try {
      for (int axis = 0; axis < dims.length; axis++) {
        dims[axis] = Math.toIntExact(node.get(axis).longValue());
      }
      return Shape.of(dims);
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw malformed(where, "a shape whose elements can be counted", quoted(node.toString()));
    }
  }

  private static void requireFilled(String where, List<Entry> entries, long dataLength)
      throws SafetensorsException {
    long next = 0;
    for (Entry entry : entries) {
      long length = entry.end() - entry.begin();
      int bytes = entry.dtype().bytes();
      if (entry.begin() != next || length % bytes != 0 || length / bytes != entry.shape().size()) {
        throw malformed(
            where + ", tensor " + quoted(entry.name()),
            String.format(
                Locale.ROOT,
                "data_offsets from %d for %d elements of %d bytes",
                next,
                entry.shape().size(),
                bytes),
            String.format(Locale.ROOT, "[%d, %d]", entry.begin(), entry.end()));
      }
      next = entry.end();
    }
    if (next != dataLength) {
      throw malformed(where, next + " bytes of data, as the header says", dataLength + " bytes");
    }
  }
}
