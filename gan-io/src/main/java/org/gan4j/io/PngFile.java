package org.gan4j.io;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes images as PNG. */
public final class PngFile {
  private PngFile() {}

  /**
   * Writes an image.
   *
   * @param file the file, replaced as by {@link WholeFile}
   * @param image the pixels
   * @throws IOException if the file cannot be written
   */
  public static void write(Path file, BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // ImageIO's own streams would use a cache file in the temporary directory.
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", stream)) {
        throw new IOException(
            file + ": expected a PNG writer in this Java, got none; use a JDK with java.desktop");
      }
    }
    WholeFile.write(file, bytes::writeTo);
  }
}
