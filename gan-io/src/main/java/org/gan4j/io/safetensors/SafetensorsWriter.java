package org.gan4j.io.safetensors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;
import org.gan4j.io.WholeFile;

/** Writes one file. Equal content gives equal bytes. */
record SafetensorsWriter(Path target, SafetensorsFile content) implements WholeFile.Content {
  /** Header and data both begin at multiples of this. */
  private static final int ALIGNMENT = 8;

  /** A stream copies every request through native memory of the same size. */
  private static final int CHUNK = 1 << 20;

  @Override
  public void writeTo(OutputStream out) throws IOException {
    // Wide elements first, so that each tensor is aligned.
    List<Entry<String, TensorData>> tensors =
        content.tensors().entrySet().stream()
            .sorted(Comparator.comparing(tensor -> -tensor.getValue().dtype().bytes()))
            .toList();
    List<byte[]> data = tensors.stream().map(tensor -> tensor.getValue().littleEndian()).toList();
    byte[] header = header(tensors, "0".repeat(64));
    byte[] length =
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(header.length)
            .array();
    header = header(tensors, Checksum.of(length, header, data));
    out.write(length);
    out.write(header);
    for (byte[] bytes : data) {
      for (int at = 0; at < bytes.length; at += CHUNK) {
        out.write(bytes, at, Math.min(CHUNK, bytes.length - at));
      }
    }
  }

  private byte[] header(List<Entry<String, TensorData>> tensors, String checksum)
      throws JsonProcessingException {
    ObjectNode root = Header.JSON.createObjectNode();
    ObjectNode metadata = root.putObject(Header.METADATA);
    metadata.put(Checksum.FORMAT, Checksum.VERSION).put(Checksum.DIGITS, checksum);
    content.metadata().forEach(metadata::put);
    long begin = 0;
    for (Entry<String, TensorData> tensor : tensors) {
      TensorData data = tensor.getValue();
      long end = begin + data.littleEndian().length;
      ObjectNode entry = root.putObject(tensor.getKey());
      ArrayNode shape = entry.put("dtype", Header.code(data.dtype())).putArray("shape");
      Arrays.stream(data.shape().dims()).forEach(shape::add);
      entry.putArray("data_offsets").add(begin).add(end);
      begin = end;
    }
    byte[] json = Header.JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(json, (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
    Arrays.fill(padded, json.length, padded.length, (byte) ' ');
    return padded;
  }

  @Override
  public void verify(Path written) throws IOException {
    String got = "other content";
    try {
      if (SafetensorsFile.read(written).equals(content)) {
        return;
      }
    } catch (SafetensorsException e) {
      got = e.getMessage();
    }
    throw new SafetensorsException(
        "safetensors " + target,
        "a file that reads back as written",
        got,
        "the old file is kept; check the disk");
  }
}
