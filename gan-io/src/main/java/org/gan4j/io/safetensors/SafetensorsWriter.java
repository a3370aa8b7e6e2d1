package org.gan4j.io.safetensors;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

/** Writes one file. */
final class SafetensorsWriter {
  /** A stream copies every request through native memory of the same size. */
  private static final int CHUNK = 1 << 20;

  private SafetensorsWriter() {}

  static void write(Path target, SafetensorsFile content) throws IOException {
    String where = "safetensors " + target;
    try {
      AtomicFile.replace(
          target, out -> write(content, out), written -> verify(where, content, written));
    } catch (SafetensorsException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(
          where
              + ": expected to replace the file, got "
              + e
              + "; check the directory, the permissions and the free space",
          e);
    }
  }

  private static void write(SafetensorsFile content, OutputStream out) throws IOException {
    List<Header.Entry> entries = Header.place(content.tensors());
    byte[] header = Header.encode(entries, content.metadata());
    byte[] length =
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(header.length)
            .array();
    int at = HeaderParser.parse("safetensors header", header).checksumAt().orElseThrow();
    Checksum sum = Checksum.of(length, header, at);
    for (Header.Entry entry : entries) {
      sum.update(content.tensors().get(entry.name()).littleEndian());
    }
    Checksum.insert(sum.digits(), header, at);
    write(length, out);
    write(header, out);
    for (Header.Entry entry : entries) {
      write(content.tensors().get(entry.name()).littleEndian(), out);
    }
  }

  private static void write(byte[] bytes, OutputStream out) throws IOException {
    for (int at = 0; at < bytes.length; at += CHUNK) {
      out.write(bytes, at, Math.min(CHUNK, bytes.length - at));
    }
  }

  static void verify(String where, SafetensorsFile content, Path written) throws IOException {
    String got = "other content";
    try {
      if (SafetensorsFile.read(written).equals(content)) {
        return;
      }
    } catch (SafetensorsException e) {
      got = e.getMessage();
    }
    throw new SafetensorsException(
        where, "a file that reads back as written", got, "the old file is kept; check the disk");
  }
}
