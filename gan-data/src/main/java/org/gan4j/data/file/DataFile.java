package org.gan4j.data.file;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.gan4j.data.DataException;

/**
 * A binary data file that is read from its start: a header, then elements. No more memory is
 * reserved than the file can fill, and compressed content is not unpacked beyond what its header
 * announces. Every fault is a {@link DataException} that names the file and the byte.
 */
public final class DataFile implements Closeable {
  /** Deflate cannot do better: 258 bytes for 2 bits. */
  private static final long MOST_COMPRESSED = 1032;

  /** Smaller files are read, which costs less than a mapping. */
  private static final long MAPPED_FROM = 1L << 26;

  private static final int BUFFER = 1 << 16;

  private final String name;
  private final InputStream content;
  private final FileChannel file;
  private final long length;
  private final boolean compressed;
  private long position;

  private DataFile(
      String name, InputStream content, FileChannel file, long length, boolean compressed) {
    this.name = name;
    this.content = content;
    this.file = file;
    this.length = length;
    this.compressed = compressed;
  }

  /**
   * Opens a file, plain or in gzip, whatever its name says.
   *
   * @param kind what the file is, such as {@code IDX file}, for messages
   * @param path the file
   * @return the file at its first byte
   * @throws DataException if there is no such file, or gzip's header is damaged
   * @throws IOException if it cannot be read
   */
  public static DataFile open(String kind, Path path) throws IOException {
    requireFile(kind, path);
    String name = kind + " " + path;
    FileChannel file = FileChannel.open(path);
    try {
      InputStream plain = new BufferedInputStream(Channels.newInputStream(file), BUFFER);
      if (!isGzip(plain)) {
        return new DataFile(name, plain, file, file.size(), false);
      }
      return new DataFile(name, new GZIPInputStream(plain, BUFFER), file, file.size(), true);
    } catch (ZipException | EOFException e) {
      file.close();
      throw gzipFault(name, 0, e);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * Reads the content of an archive's entry as a file.
   *
   * @param name what it is and where, for messages
   * @param content the unpacked bytes, closed with the result
   * @param packed the number of bytes in the archive
   * @return the file at its first byte
   */
  public static DataFile ofEntry(String name, InputStream content, long packed) {
    return new DataFile(name, content, null, packed, true);
  }

  /**
   * Checks that there is a file.
   *
   * @param kind what it is, for messages
   * @param path the file
   * @throws DataException if there is none
   */
  public static void requireFile(String kind, Path path) throws DataException {
    if (!Files.exists(path)) {
      throw new DataException(kind + ": expected " + path + ", got no such file; put it there");
    }
    if (!Files.isRegularFile(path)) {
      String got = Files.isDirectory(path) ? "a folder" : "something else";
      throw new DataException(
          kind + " " + path + ": expected a file, got " + got + "; replace the file");
    }
  }

  private static boolean isGzip(InputStream file) throws IOException {
    file.mark(2);
    byte[] start = file.readNBytes(2);
    file.reset();
    return start.length == 2
        && (((start[1] & 0xff) << 8) | (start[0] & 0xff)) == GZIPInputStream.GZIP_MAGIC;
  }

  /** {@return the number of bytes read so far, unpacked} */
  public long position() {
    return position;
  }

  /**
   * Returns how much is left.
   *
   * @return the number of bytes up to the end of the file; empty for compressed content, whose
   *     length is not known
   */
  public OptionalLong remaining() {
    return compressed ? OptionalLong.empty() : OptionalLong.of(length - position);
  }

  /**
   * Reads a part of the header.
   *
   * @param count how many bytes
   * @return the bytes
   * @throws DataException if the file ends before
   * @throws IOException if it cannot be read
   */
  public byte[] header(int count) throws IOException {
    byte[] bytes = new byte[count];
    int got = read(bytes, count);
    if (got < count) {
      throw fault(position, "a complete header", "a truncated file");
    }
    position += count;
    return bytes;
  }

  /**
   * Reads the elements up to the end of the file, or maps them if they are many.
   *
   * @param type their type
   * @param order the order of the bytes within an element
   * @param count how many
   * @param reason what announces them, such as {@code the extents [2, 3]}, for messages
   * @return the elements
   * @throws DataException if the file has fewer or more bytes
   * @throws IOException if it cannot be read
   */
  public StoredValues values(ElementType type, ByteOrder order, long count, String reason)
      throws IOException {
    String expected = count * type.bytes() + " bytes for " + reason;
    long bytes = Math.multiplyExact(count, type.bytes());
    if (compressed) {
      if (bytes / MOST_COMPRESSED > length) {
        throw fault(position, expected, "a compressed file of " + length + ", too small for them");
      }
    } else if (bytes != length - position) {
      throw fault(position, expected, length - position);
    } else if (bytes >= MAPPED_FROM) {
      return StoredValues.mapped(type, order, file, position, bytes);
    }
    try (ByteStore store = ByteStore.of(bytes)) {
      fill(store, bytes, expected);
      return store.values(type, order, bytes);
    }
  }

  private void fill(ByteStore store, long bytes, String expected) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long done = 0;
    while (done < bytes) {
      int wanted = (int) Math.min(buffer.length, bytes - done);
      int got = read(buffer, wanted);
      store.write(done, buffer, got);
      done += got;
      if (got < wanted) {
        throw fault(position, expected, done);
      }
    }
    if (read(buffer, 1) > 0) {
      throw fault(position, expected, "more");
    }
  }

  /** Reads up to the end of the file; damage to gzip is a fault. */
  private int read(byte[] buffer, int count) throws IOException {
    try {
      return content.readNBytes(buffer, 0, count);
    } catch (ZipException | EOFException e) {
      throw gzipFault(name, position, e);
    }
  }

  private static DataException gzipFault(String name, long position, IOException e) {
    boolean ended = e instanceof EOFException;
    return fault(
        name,
        position,
        ended ? "complete compressed content" : "intact compressed content",
        ended ? "a truncated file" : e.getMessage(),
        e);
  }

  /**
   * Returns the exception for damage.
   *
   * @param at the byte where it is, counted from 0
   * @param expected what should be there
   * @param got what is there
   * @return the exception, to be thrown
   */
  public DataException fault(long at, String expected, Object got) {
    return fault(name, at, expected, got, null);
  }

  /**
   * Returns the exception for damage to a file that was read.
   *
   * @param name what it is and where
   * @param at the byte where it is, counted from 0
   * @param expected what should be there
   * @param got what is there
   * @param cause the exception that revealed it, or null
   * @return the exception, to be thrown
   */
  public static DataException fault(
      String name, long at, String expected, Object got, Throwable cause) {
    return new DataException(
        name + ", byte " + at + ": expected " + expected + ", got " + got + "; replace the file",
        cause);
  }

  @Override
  public void close() throws IOException {
    content.close();
    if (file != null) {
      file.close();
    }
  }
}
