package org.gan4j.data.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Room for decoded bytes: in the heap if they are few, else in a temporary file that the system
 * removes when it is no longer used. Threads may write different bytes at the same time.
 */
public final class ByteStore implements Closeable {
  private static final int HEAP_SHIFT = 24;

  private final long bytes;
  private final ByteBuffer[] segments;
  private final FileChannel file;

  private ByteStore(long bytes, ByteBuffer[] segments, FileChannel file) {
    this.bytes = bytes;
    this.segments = segments;
    this.file = file;
  }

  /**
   * Makes room. Memory is reserved when it is written to.
   *
   * @param bytes how many
   * @return the room, in the heap up to a quarter of its greatest size
   * @throws IOException if the temporary file cannot be created
   */
  public static ByteStore of(long bytes) throws IOException {
    return of(bytes, Runtime.getRuntime().maxMemory() / 4);
  }

  static ByteStore of(long bytes, long mostInHeap) throws IOException {
    if (bytes <= mostInHeap) {
      int segments = Math.toIntExact((bytes + (1L << HEAP_SHIFT) - 1) >>> HEAP_SHIFT);
      return new ByteStore(bytes, new ByteBuffer[segments], null);
    }
    Path temporary = Files.createTempFile("gan4j-data-", ".bytes");
    FileChannel file =
        FileChannel.open(
            temporary,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    return new ByteStore(bytes, new ByteBuffer[0], file);
  }

  /** {@return whether the bytes are in a temporary file} */
  boolean isFile() {
    return file != null;
  }

  /**
   * Writes bytes.
   *
   * @param position where the first one goes
   * @param source the bytes
   * @param length how many of them
   * @throws IOException if the temporary file cannot be written, for example on a full disk
   */
  public void write(long position, byte[] source, int length) throws IOException {
    if (position < 0 || position + length > bytes) {
      throw new IndexOutOfBoundsException(position + " + " + length + " of " + bytes);
    }
    if (isFile()) {
      writeFile(position, ByteBuffer.wrap(source, 0, length));
      return;
    }
    int done = 0;
    while (done < length) {
      ByteBuffer segment = segment((int) ((position + done) >>> HEAP_SHIFT));
      int start = (int) ((position + done) & ((1L << HEAP_SHIFT) - 1));
      int part = Math.min(length - done, segment.capacity() - start);
      segment.put(start, source, done, part);
      done += part;
    }
  }

  private void writeFile(long position, ByteBuffer source) throws IOException {
    long at = position;
    while (source.hasRemaining()) {
      at += file.write(source, at);
    }
  }

  private synchronized ByteBuffer segment(int index) {
    if (segments[index] == null) {
      long rest = bytes - ((long) index << HEAP_SHIFT);
      segments[index] = ByteBuffer.allocate((int) Math.min(rest, 1L << HEAP_SHIFT));
    }
    return segments[index];
  }

  /**
   * Returns the first bytes as elements; nothing may be written afterwards.
   *
   * @param type the type of the elements
   * @param order the order of the bytes within an element
   * @param length how many bytes to keep
   * @return the elements
   * @throws IOException if the temporary file cannot be read
   */
  public StoredValues values(ElementType type, ByteOrder order, long length) throws IOException {
    if (isFile()) {
      return StoredValues.mapped(type, order, file, 0, length);
    }
    int count = Math.toIntExact((length + (1L << HEAP_SHIFT) - 1) >>> HEAP_SHIFT);
    ByteBuffer[] kept = new ByteBuffer[count];
    for (int i = 0; i < count; i++) {
      long rest = length - ((long) i << HEAP_SHIFT);
      kept[i] = segment(i).slice(0, (int) Math.min(rest, 1L << HEAP_SHIFT));
    }
    return StoredValues.of(type, order, kept, HEAP_SHIFT);
  }

  /** Closes the temporary file, if there is one; values that were returned stay readable. */
  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
