package org.gan4j.data.folder;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import org.gan4j.data.DataException;

/**
 * The chunks of a PNG file. Only those that pixels depend on are passed on to the decoder, so that
 * text and colour profiles, which may be compressed, are never unpacked.
 */
final class PngChunks {
  private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
  private static final int SIGNATURE = 8;
  private static final int FRAME = 12;

  private PngChunks() {}

  /** Reads the first chunk, whose extents are not checked. */
  static PictureHeader header(Path file, ByteBuffer content) throws DataException {
    if (content.capacity() < SIGNATURE + FRAME + 13 || !type(content, SIGNATURE).equals("IHDR")) {
      throw PictureFile.fault(file, SIGNATURE, "a PNG header chunk", "none");
    }
    int colour = content.get(SIGNATURE + 17);
    boolean grey = colour == 0 || colour == 4;
    return new PictureHeader(
        "png", content.getInt(SIGNATURE + 8), content.getInt(SIGNATURE + 12), grey);
  }

  /** {@return the file with the needed chunks only, whose lengths and checksums are right} */
  static byte[] needed(Path file, byte[] bytes) throws DataException {
    ByteBuffer content = ByteBuffer.wrap(bytes);
    ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length);
    kept.write(bytes, 0, SIGNATURE);
    int at = SIGNATURE;
    while (at + FRAME <= bytes.length) {
      long length = Integer.toUnsignedLong(content.getInt(at));
      if (length > bytes.length - at - FRAME) {
        throw PictureFile.fault(
            file, at, "a chunk of at most " + (bytes.length - at - FRAME) + " bytes", length);
      }
      String type = type(content, at);
      int whole = FRAME + (int) length;
      if (NEEDED.contains(type)) {
        requireChecksum(file, content, at, whole);
        kept.write(bytes, at, whole);
      }
      if (type.equals("IEND")) {
        return kept.toByteArray();
      }
      at += whole;
    }
    throw PictureFile.fault(file, at, "more chunks up to IEND", "a truncated file");
  }

  private static void requireChecksum(Path file, ByteBuffer content, int at, int whole)
      throws DataException {
    CRC32 sum = new CRC32();
    sum.update(content.array(), at + 4, whole - 8);
    int stored = content.getInt(at + whole - 4);
    if ((int) sum.getValue() != stored) {
      throw PictureFile.fault(
          file,
          at + whole - 4,
          String.format(Locale.ROOT, "the checksum %08x", (int) sum.getValue()),
          String.format(Locale.ROOT, "%08x", stored));
    }
  }

  private static String type(ByteBuffer content, int at) {
    return new String(content.array(), at + 4, 4, StandardCharsets.ISO_8859_1);
  }
}
