package org.gan4j.io.safetensors;

import static org.gan4j.io.safetensors.SafetensorsException.malformed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a file in one pass and never allocates more than the size of the file allows. */
final class SafetensorsReader {
  /** The limit that the format sets. */
  private static final int MAX_HEADER = 100_000_000;

  /** A stream copies every request through native memory of the same size. */
  private static final int CHUNK = 1 << 20;

  private final String where;
  private final InputStream in;
  private final long size;

  /** Prepares to read {@code size} bytes; {@code where} is for messages. */
  SafetensorsReader(String where, InputStream in, long size) {
    this.where = where;
    this.in = in;
    this.size = size;
  }

  SafetensorsFile read() throws IOException {
    if (size < Long.BYTES) {
      throw malformed(where, "at least 8 bytes for the header's length", size + " bytes");
    }
    byte[] length = next(Long.BYTES);
    byte[] header = next(headerLength(length));
    Header parsed = Header.parse(where, header, size - Long.BYTES - header.length);
    List<byte[]> data = new ArrayList<>();
    Map<String, TensorData> tensors = new HashMap<>();
    for (Header.Entry entry : parsed.entries()) {
      byte[] bytes = next(entry.end() - entry.begin());
      data.add(bytes);
      tensors.put(entry.name(), TensorData.owning(entry.dtype(), entry.shape(), bytes));
    }
    Map<String, String> metadata = parsed.metadata();
    if (!Collections.disjoint(metadata.keySet(), Checksum.KEYS)) {
      requireKnown(metadata.get(Checksum.FORMAT));
      verify(length, header, data);
      metadata.keySet().removeAll(Checksum.KEYS);
    }
    try {
      return new SafetensorsFile(tensors, metadata);
    } catch (IllegalArgumentException e) {
      throw malformed(where, "names and metadata that Unicode allows", e.getMessage());
    }
  }

  private long headerLength(byte[] bytes) throws SafetensorsException {
    long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    long limit = Math.min(size - Long.BYTES, MAX_HEADER);
    if (length < 2 || length > limit) {
      throw malformed(where, "a header of 2 to " + limit + " bytes", Long.toUnsignedString(length));
    }
    return length;
  }

  /** A later format may compute the checksum in another way. */
  private void requireKnown(String format) throws SafetensorsException {
    if (format != null && format.matches("[1-9][0-9]*") && !format.equals(Checksum.VERSION)) {
      throw new SafetensorsException(
          where,
          Checksum.FORMAT + " " + Checksum.VERSION,
          format,
          "a newer GAN4J wrote the file, use that one; or it is damaged");
    }
  }

  private void verify(byte[] length, byte[] header, List<byte[]> data) throws SafetensorsException {
    String digits = Checksum.of(length, header, data);
    if (!Checksum.isStated(digits, header)) {
      throw new SafetensorsException(
          where,
          "content with the SHA-256 that its header states at the beginning",
          "content with " + digits,
          "the file is damaged, or another program kept the metadata gan4j.*; fetch it again, or"
              + " save it without them");
    }
  }

  private byte[] next(long count) throws IOException {
    if (count > TensorData.MAX_BYTES) {
      throw new SafetensorsException(
          where,
          "tensors of at most " + TensorData.MAX_BYTES + " bytes",
          count + " bytes",
          "split the tensor before saving it");
    }
    byte[] bytes = new byte[(int) count];
    for (int done = 0; done < bytes.length; ) {
      int read = in.read(bytes, done, Math.min(CHUNK, bytes.length - done));
      if (read < 0) {
        throw new SafetensorsException(
            where, size + " bytes", "an earlier end", "another process changed the file; retry");
      }
      done += read;
    }
    return bytes;
  }
}
