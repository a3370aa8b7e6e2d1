package org.gan4j.io.safetensors;

import java.io.IOException;

/**
 * Thrown if a file is not a valid safetensors file. The message is one line: where, what was
 * expected, what was found and what to do.
 */
public final class SafetensorsException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception; control characters that came from the file are shown as {@code ?}.
   *
   * @param where the file and the place in it
   * @param expected what a valid file has there
   * @param got what was there
   * @param remedy what to do
   */
  public SafetensorsException(String where, String expected, String got, String remedy) {
    super(oneLine(where + ": expected " + expected + ", got " + got + "; " + remedy));
  }

  static SafetensorsException malformed(String where, String expected, String got) {
    return new SafetensorsException(
        where, expected, got, "the file is damaged or not safetensors; save or fetch it again");
  }

  private static String oneLine(String message) {
    return message.replaceAll("[\\p{Cc}\\u2028\\u2029]", "?");
  }

  /** Text from the file for a message, quoted and shortened. */
  static String quoted(String text) {
    return '"' + (text.length() <= 80 ? text : text.substring(0, 80) + "…") + '"';
  }
}
