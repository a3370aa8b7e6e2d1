package org.gan4j.data.idx;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes small IDX files, by the format's description rather than by our reader. */
public final class IdxBytes {
  static final int IMAGES = 0x00000803;
  public static final int LABELS = 0x00000801;

  private IdxBytes() {}

  public static byte[] of(int magic, int[] extents, int... values) throws IOException {
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
  public static byte[] twoImages() throws IOException {
    return of(IMAGES, new int[] {2, 2, 3}, 0, 255, 51, 102, 127, 128, 1, 2, 3, 4, 5, 254);
  }

  public static byte[] labels(int... labels) throws IOException {
    return of(LABELS, new int[] {labels.length}, labels);
  }

  public static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  /** Fills a folder like MNIST's with two pictures in each split. */
  public static void fill(Path folder, boolean compressed) throws IOException {
    Files.createDirectories(folder);
    for (String split : List.of("train", "t10k")) {
      write(folder.resolve(split + "-images-idx3-ubyte"), twoImages(), compressed);
      write(folder.resolve(split + "-labels-idx1-ubyte"), labels(3, 9), compressed);
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
