package org.gan4j.data.idx;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes small IDX files, by the format's description rather than by our reader. */
final class IdxBytes {
  static final int IMAGES = 0x00000803;
  static final int LABELS = 0x00000801;

  private IdxBytes() {}

  static byte[] of(int magic, int[] extents, int... values) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(magic);
    for (int extent : extents) {
      out.writeInt(extent);
    }
    for (int value : values) {
      out.writeByte(value);
    }
    return bytes.toByteArray();
  }

  /** Two pictures of two rows and three columns. */
  static byte[] twoImages() throws IOException {
    return of(IMAGES, new int[] {2, 2, 3}, 0, 255, 51, 102, 127, 128, 1, 2, 3, 4, 5, 254);
  }

  static byte[] labels(int... labels) throws IOException {
    return of(LABELS, new int[] {labels.length}, labels);
  }

  static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  /** Fills a data set's folder with two pictures in each split. */
  static void fill(Path folder, boolean compressed) throws IOException {
    Files.createDirectories(folder);
    for (Split split : Split.values()) {
      write(folder.resolve(split.imagesFile()), twoImages(), compressed);
      write(folder.resolve(split.labelsFile()), labels(3, 9), compressed);
    }
  }

  private static void write(Path path, byte[] content, boolean compressed) throws IOException {
    if (compressed) {
      Files.write(path.resolveSibling(path.getFileName() + ".gz"), gzip(content));
    } else {
      Files.write(path, content);
    }
  }
}
