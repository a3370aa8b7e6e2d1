package org.gan4j.io.safetensors;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The SHA-256 of all bytes of a file except its own 64 digits, which follow {@link #BEGINNING}. */
final class Checksum {
  static final String FORMAT = "gan4j.format";
  static final String DIGITS = "gan4j.sha256";

  /** Either key announces a checksum, so damage to one of them cannot hide it. */
  static final Set<String> KEYS = Set.of(FORMAT, DIGITS);

  static final String VERSION = "1";

  /** The beginning of every header that we write. */
  static final String BEGINNING =
      "{\"%s\":{\"%s\":\"%s\",\"%s\":\"".formatted(Header.METADATA, FORMAT, VERSION, DIGITS);

  private static final int SIZE = 64;

  private Checksum() {}

  /**
   * Computes the digits.
   *
   * @param length the 8 bytes that state the header's length
   * @param header the header, with arbitrary digits in their place
   * @param data the tensors' bytes, in the file's order
   */
  static String of(byte[] length, byte[] header, List<byte[]> data) {
    int begin = Math.min(BEGINNING.length(), header.length);
    int end = Math.min(begin + SIZE, header.length);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(length);
      digest.update(header, 0, begin);
      digest.update(header, end, header.length - end);
      data.forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static boolean isStated(String digits, byte[] header) {
    return new String(header, StandardCharsets.ISO_8859_1).startsWith(BEGINNING + digits);
  }
}
