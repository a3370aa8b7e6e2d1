package org.gan4j.data.folder;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.gan4j.data.DataException;

/**
 * What a picture file says about itself before it is decoded.
 *
 * @param format {@code png} or {@code jpeg}, by the file's first bytes
 * @param width pixels in a row
 * @param height rows of pixels
 * @param grey whether the pixels have no colours
 */
record PictureHeader(String format, int width, int height, boolean grey) {
  /** As many pixels as a large camera has; a decoded picture takes up to 8 bytes for each. */
  static final long MOST_PIXELS = 1L << 26;

  private static final long PNG = 0x89504e470d0a1a0aL;

  /** Reads the header of a file's bytes. */
  static PictureHeader of(Path file, byte[] bytes) throws DataException {
    ByteBuffer content = ByteBuffer.wrap(bytes);
    if (bytes.length >= 8 && content.getLong(0) == PNG) {
      return PngChunks.header(file, bytes);
    }
    if (bytes.length >= 4 && (content.getInt(0) >>> 8) == 0xffd8ff) {
      return JpegFrame.header(file, content);
    }
    throw PictureFile.fault(
        file, 0, "a PNG or JPEG file", bytes.length == 0 ? "an empty file" : "another format");
  }

  /**
   * Checks the extents before anything of their size is reserved.
   *
   * @param file the file, for messages
   * @param at where the extents are in it
   * @param most how many pixels its bytes can hold, at the best compression that there is
   */
  PictureHeader checked(Path file, long at, long most) throws DataException {
    long pixels = (long) width * height;
    if (width < 1 || height < 1 || pixels > MOST_PIXELS) {
      throw PictureFile.fault(
          file,
          at,
          "a width and a height from 1, of at most " + MOST_PIXELS + " pixels",
          width + " and " + height);
    }
    if (pixels > most) {
      throw PictureFile.fault(
          file, at, "at most the " + most + " pixels that the file can hold", pixels);
    }
    return this;
  }
}
