package org.gan4j.data.folder;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.gan4j.data.DataException;

/** Finds the frame header among the segments of a JPEG file. */
final class JpegFrame {
  /** Each scan costs a pass over all pixels; encoders write about ten. */
  private static final int MOST_SCANS = 100;

  private static final int START_OF_SCAN = 0xda;

  /** A block of 8 × 8 pixels, or of 16 × 16 where it is subsampled, has a code of a bit or more. */
  private static final long PIXELS_OF_A_BYTE = 8 * 16 * 16;

  private JpegFrame() {}

  static PictureHeader header(Path file, ByteBuffer content) throws DataException {
    requireFewScans(file, content);
    int at = 2;
    while (at + 4 <= content.capacity()) {
      if ((content.get(at) & 0xff) != 0xff) {
        throw PictureFile.fault(file, at, "a JPEG marker", content.get(at) & 0xff);
      }
      int marker = content.get(at + 1) & 0xff;
      if (marker == 0xff) {
        at++;
        continue;
      }
      int length = Short.toUnsignedInt(content.getShort(at + 2));
      if (isFrame(marker) && length >= 8 && at + 10 <= content.capacity()) {
        return frame(file, content, at + 5);
      }
      if (marker == START_OF_SCAN || length < 2) {
        break;
      }
      at += 2 + length;
    }
    throw PictureFile.fault(file, Math.min(at, content.capacity()), "a JPEG frame header", "none");
  }

  private static PictureHeader frame(Path file, ByteBuffer content, int at) throws DataException {
    int height = Short.toUnsignedInt(content.getShort(at));
    int width = Short.toUnsignedInt(content.getShort(at + 2));
    boolean grey = content.get(at + 4) == 1;
    return new PictureHeader("jpeg", width, height, grey)
        .checked(file, at, PIXELS_OF_A_BYTE * content.capacity());
  }

  /** SOF0 to SOF15 without the tables between them: DHT, JPG and DAC. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static void requireFewScans(Path file, ByteBuffer content) throws DataException {
    int scans = 0;
    for (int at = 0; at + 1 < content.capacity(); at++) {
      if (content.get(at) == (byte) 0xff && content.get(at + 1) == (byte) START_OF_SCAN) {
        scans++;
        if (scans > MOST_SCANS) {
          throw PictureFile.fault(file, at, "at most " + MOST_SCANS + " scans", "more");
        }
      }
    }
  }
}
