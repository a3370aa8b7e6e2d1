package org.gan4j.io.safetensors;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The SHA-256 over a file that reads its own digits as zeros. */
final class Checksum {
  /** As many zeros as the checksum has digits. */
  static final String ZEROS = "0".repeat(64);

  private final MessageDigest digest;

  private Checksum(MessageDigest digest) {
    this.digest = digest;
  }

  /**
   * Starts with the file's first two parts.
   *
   * @param length the header's length as in the file
   * @param header the header
   * @param at where the digits begin in it
   * @return the checksum, to be updated with the data
   */
  static Checksum of(byte[] length, byte[] header, int at) {
    byte[] masked = header.clone();
    Arrays.fill(masked, at, at + ZEROS.length(), (byte) '0');
    Checksum checksum = new Checksum(sha256());
    checksum.update(length);
    checksum.update(masked);
    return checksum;
  }

  void update(byte[] bytes) {
    digest.update(bytes);
  }

  /** Ends the computation. */
  String digits() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Puts the digits into the header. */
  static void insert(String digits, byte[] header, int at) {
    System.arraycopy(digits.getBytes(StandardCharsets.US_ASCII), 0, header, at, ZEROS.length());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
