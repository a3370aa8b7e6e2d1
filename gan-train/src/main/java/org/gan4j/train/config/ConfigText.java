package org.gan4j.train.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads the text of a config or another document: UTF-8, with or without a byte order mark. */
final class ConfigText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private ConfigText() {}

  /**
   * Reads a file.
   *
   * @param file the file
   * @param noun what it holds, such as {@code config}
   * @throws ConfigException if the file is a folder or is not UTF-8 text
   * @throws IOException if the file cannot be read
   */
  static String read(Path file, String noun) throws IOException {
    if (Files.isDirectory(file)) {
      throw new ConfigException(
          file + ": expected a " + noun + " file, got a folder; a run's config is its config.json");
    }
    byte[] bytes = Files.readAllBytes(file);
    requireNoUtf16(bytes, file);
    String text = decode(bytes, file);
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  /** UTF-16 has its own byte order mark or contains zero bytes, which JSON does not. */
  private static void requireNoUtf16(byte[] bytes, Path file) throws ConfigException {
    int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    boolean marked = first == 0xfeff || first == 0xfffe;
    for (int i = 0; i < bytes.length && !marked; i++) {
      marked = bytes[i] == 0;
    }
    if (marked) {
      throw new ConfigException(file + ": expected UTF-8 text, got UTF-16; save it as UTF-8");
    }
  }

  private static String decode(byte[] bytes, Path file) throws ConfigException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    if (decoder.decode(in, out, true).isError()) {
      long line = out.flip().chars().filter(c -> c == '\n').count() + 1;
      throw new ConfigException(
          String.format(
              Locale.ROOT,
              "%s, line %d: expected UTF-8 text, got the byte 0x%02X; save it as UTF-8",
              file,
              line,
              in.get(in.position())));
    }
    return out.flip().toString();
  }
}
