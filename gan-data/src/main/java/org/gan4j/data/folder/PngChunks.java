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

  /** How many numbers a pixel of each colour type has; 0 where there is no such type. */
  private static final int[] SAMPLES = {1, 0, 3, 1, 2, 0, 4};

  /** Deflate cannot do better: 258 bytes for 2 bits. */
  private static final long MOST_COMPRESSED = 1032;

  private PngChunks() {}

  /** Reads the first chunk. */
  static PictureHeader header(Path file, byte[] bytes) throws DataException {
    if (bytes.length < SIGNATURE + FRAME + 13 || !type(bytes, SIGNATURE).equals("IHDR")) {
      throw PictureFile.fault(file, SIGNATURE, "a PNG header chunk", "none");
    }
    ByteBuffer content = ByteBuffer.wrap(bytes);
    int colour = bytes[SIGNATURE + 17];
    int samples = colour < 0 || colour >= SAMPLES.length ? 0 : SAMPLES[colour];
    int depth = bytes[SIGNATURE + 16];
    if (samples == 0 || depth < 1 || depth > 16) {
      throw PictureFile.fault(
          file,
          SIGNATURE + 16,
          "a depth from 1 to 16 and colour type 0, 2, 3, 4 or 6",
          depth + " and " + colour);
    }
    PictureHeader header =
        new PictureHeader(
            "png",
            content.getInt(SIGNATURE + 8),
            content.getInt(SIGNATURE + 12),
            colour == 0 || colour == 4);
    long most = Byte.SIZE * MOST_COMPRESSED * bytes.length / ((long) samples * depth);
    return header.checked(file, SIGNATURE + 8, most);
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
      String type = type(bytes, at);
      int whole = FRAME + (int) length;
      if (NEEDED.contains(type)) {
        requireChecksum(file, bytes, at, whole);
        kept.write(bytes, at, whole);
      }
      if (type.equals("IEND")) {
        return kept.toByteArray();
      }
      at += whole;
    }
    throw PictureFile.fault(file, at, "more chunks up to IEND", "a truncated file");
  }

  private static void requireChecksum(Path file, byte[] bytes, int at, int whole)
      throws DataException {
    CRC32 sum = new CRC32();
    sum.update(bytes, at + 4, whole - 8);
    int stored = ByteBuffer.wrap(bytes).getInt(at + whole - 4);
    if ((int) sum.getValue() != stored) {
      throw PictureFile.fault(
          file,
          at + whole - 4,
          String.format(Locale.ROOT, "the checksum %08x", (int) sum.getValue()),
          String.format(Locale.ROOT, "%08x", stored));
    }
  }

  private static String type(byte[] bytes, int at) {
    return new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
  }
}
