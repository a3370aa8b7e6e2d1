package org.gan4j.data.idx;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.gan4j.data.DataException;

/**
 * The content of one IDX file of unsigned bytes: magic number 0x000008NN with NN the rank, then NN
 * big-endian extents, then the values, row-major; plain or in gzip, whatever its name says.
 */
final class IdxFile {
  private static final int UNSIGNED_BYTES = 0x0800;
  private static final int MAX_BYTES = Integer.MAX_VALUE - 8;
  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final int[] extents;
  private final byte[] values;

  private IdxFile(Path path, int[] extents, byte[] values) {
    this.path = path;
    this.extents = extents;
    this.values = values;
  }

  /**
   * Reads a whole file.
   *
   * @param path the file
   * @param rank the number of extents that it must have
   * @throws DataException if it is missing, or is not such a file
   * @throws IOException if it cannot be read
   */
  static IdxFile read(Path path, int rank) throws IOException {
    requireFile(path);
    try (InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        InputStream content = isGzip(file) ? new GZIPInputStream(file, BUFFER) : file) {
      return parse(path, rank, content);
    } catch (ZipException e) {
      throw damaged(path, "intact gzip content", e.getMessage(), e);
    } catch (EOFException e) {
      throw damaged(path, "complete gzip content", "a truncated file", e);
    }
  }

  private static void requireFile(Path path) throws DataException {
    if (!Files.exists(path)) {
      throw new DataException("IDX file: expected " + path + ", got no such file; put it there");
    }
    if (!Files.isRegularFile(path)) {
      throw damaged(path, "a file", Files.isDirectory(path) ? "a folder" : "something else", null);
    }
  }

  /** Looks at the first two bytes; no IDX file of unsigned bytes starts with gzip's. */
  private static boolean isGzip(InputStream file) throws IOException {
    file.mark(2);
    byte[] start = file.readNBytes(2);
    file.reset();
    return start.length == 2
        && (((start[1] & 0xff) << 8) | (start[0] & 0xff)) == GZIPInputStream.GZIP_MAGIC;
  }

  private static IdxFile parse(Path path, int rank, InputStream content) throws IOException {
    int expectedMagic = UNSIGNED_BYTES | rank;
    int magic = header(path, content, 1)[0];
    if (magic != expectedMagic) {
      throw damaged(path, "magic number " + hex(expectedMagic), hex(magic), null);
    }
    int[] extents = header(path, content, rank);
    int count = count(path, extents);
    byte[] values = content.readNBytes(count);
    if (values.length < count) {
      throw damaged(path, values(count, extents), values.length + ", a truncated file", null);
    }
    if (content.read() >= 0) {
      throw damaged(path, values(count, extents), "more, a file of the wrong size", null);
    }
    return new IdxFile(path, extents, values);
  }

  private static int[] header(Path path, InputStream content, int length) throws IOException {
    byte[] bytes = content.readNBytes(length * Integer.BYTES);
    if (bytes.length < length * Integer.BYTES) {
      throw damaged(path, "a complete header", "a truncated file", null);
    }
    int[] fields = new int[length];
    ByteBuffer.wrap(bytes).asIntBuffer().get(fields);
    return fields;
  }

  private static int count(Path path, int[] extents) throws DataException {
    long count = 1;
    for (int extent : extents) {
      count *= extent;
      if (extent < 1 || count > MAX_BYTES) {
        throw damaged(
            path,
            "extents from 1, of at most " + MAX_BYTES + " values",
            Arrays.stream(extents).mapToObj(Integer::toUnsignedString).toList().toString(),
            null);
      }
    }
    return (int) count;
  }

  private static String values(int count, int[] extents) {
    return count + " values for the extents " + Arrays.toString(extents);
  }

  private static String hex(int magic) {
    return "0x%08x".formatted(magic);
  }

  private static DataException damaged(Path path, String expected, String got, Throwable cause) {
    return new DataException(
        "IDX file %s: expected %s, got %s; replace the file".formatted(path, expected, got), cause);
  }

  Path path() {
    return path;
  }

  int extent(int axis) {
    return extents[axis];
  }

  /** Writes {@code table[value]} for {@code count} values, starting at {@code first}. */
  void map(int first, int count, float[] table, float[] destination, int offset) {
    for (int i = 0; i < count; i++) {
      destination[offset + i] = table[values[first + i] & 0xff];
    }
  }

  /** {@return one value, from 0 to 255} */
  int value(int index) {
    return Byte.toUnsignedInt(values[index]);
  }
}
