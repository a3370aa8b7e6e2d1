package org.gan4j.io.safetensors;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Reads one file in one pass. */
final class SafetensorsReader {
  private static final String TRUNCATED =
      "the file is truncated or not safetensors; save or fetch it again";
  private static final String DAMAGED = "the file is damaged; save or fetch it again";

  /** A stream copies every request through native memory of the same size. */
  private static final int CHUNK = 1 << 20;

  private final String where;
  private final InputStream in;
  private final long size;

  private SafetensorsReader(String where, InputStream in, long size) {
    this.where = where;
    this.in = in;
    this.size = size;
  }

  static SafetensorsFile read(Path file) throws IOException {
    String where = "safetensors " + file;
    // Not a channel: that would fail in a thread whose interruption asks for a last checkpoint.
    try (FileInputStream in = new FileInputStream(file.toFile())) {
      return new SafetensorsReader(where, in, Files.size(file)).read();
    } catch (SafetensorsException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(
          where
              + ": expected a readable file, got "
              + e.getMessage()
              + "; check the path and the permissions",
          e);
    }
  }

  private SafetensorsFile read() throws IOException {
    if (size < Long.BYTES) {
      throw new SafetensorsException(
          where, "at least 8 bytes for the header length", size + " bytes", TRUNCATED);
    }
    byte[] length = readExactly(Long.BYTES);
    byte[] header = readExactly(headerLength(length));
    Header parsed = HeaderParser.parse(where, header);
    checkPlaces(parsed, size - Long.BYTES - header.length);
    OptionalInt at = parsed.checksumAt();
    Checksum sum = at.isPresent() ? Checksum.of(length, header, at.getAsInt()) : null;
    Map<String, TensorData> tensors = new HashMap<>();
    for (Header.Entry entry : parsed.entries()) {
      byte[] bytes = readExactly((int) (entry.end() - entry.begin()));
      tensors.put(entry.name(), TensorData.owning(entry.dtype(), entry.shape(), bytes));
      if (sum != null) {
        sum.update(bytes);
      }
    }
    Map<String, String> metadata = new HashMap<>(parsed.metadata());
    String claimed = metadata.remove(SafetensorsFile.CHECKSUM);
    if (sum != null) {
      verify(sum.digits(), claimed);
    }
    return new SafetensorsFile(tensors, metadata);
  }

  private int headerLength(byte[] bytes) throws SafetensorsException {
    long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    long limit = Math.min(size - Long.BYTES, Header.MAX_BYTES);
    if (length < 2 || length > limit) {
      throw new SafetensorsException(
          where,
          "a header length from 2 to " + limit + " bytes",
          Long.toUnsignedString(length),
          TRUNCATED);
    }
    return (int) length;
  }

  private void checkPlaces(Header header, long dataLength) throws SafetensorsException {
    long next = 0;
    for (Header.Entry entry : header.entries()) {
      checkPlace(entry, next, dataLength);
      next = entry.end();
    }
    if (next != dataLength) {
      throw new SafetensorsException(
          where,
          "the tensors to fill the data, " + dataLength + " bytes",
          next + " bytes",
          DAMAGED);
    }
  }

  private void checkPlace(Header.Entry entry, long next, long dataLength)
      throws SafetensorsException {
    String tensor = where + ", tensor " + SafetensorsException.quoted(entry.name());
    String offsets = "data_offsets [" + entry.begin() + ", " + entry.end() + "]";
    if (entry.begin() < 0 || entry.end() < entry.begin() || entry.end() > dataLength) {
      throw new SafetensorsException(
          tensor, "offsets within the data, " + dataLength + " bytes", offsets, TRUNCATED);
    }
    if (entry.begin() != next) {
      String fault = entry.begin() < next ? " (overlap)" : " (hole)";
      throw new SafetensorsException(
          tensor, "data that begins at byte " + next, offsets + fault, DAMAGED);
    }
    long length = entry.end() - entry.begin();
    long elements = entry.shape().size();
    if (length % entry.dtype().bytes() != 0 || length / entry.dtype().bytes() != elements) {
      throw new SafetensorsException(
          tensor,
          elements + " elements of " + entry.dtype().bytes() + " bytes for shape " + entry.shape(),
          length + " bytes",
          DAMAGED);
    }
    if (length > TensorData.MAX_BYTES) {
      throw new SafetensorsException(
          tensor,
          "at most " + TensorData.MAX_BYTES + " bytes",
          length + " bytes",
          "split the tensor before saving it");
    }
  }

  private void verify(String actual, String claimed) throws SafetensorsException {
    if (!actual.equals(claimed)) {
      throw new SafetensorsException(
          where, "content with SHA-256 " + claimed, actual, DAMAGED + " or take an older one");
    }
  }

  private byte[] readExactly(int count) throws IOException {
    byte[] bytes = new byte[count];
    int done = 0;
    while (done < count) {
      int read = in.read(bytes, done, Math.min(CHUNK, count - done));
      if (read < 0) {
        throw new SafetensorsException(
            where, size + " bytes", "an earlier end", "another process changed the file; retry");
      }
      done += read;
    }
    return bytes;
  }
}
