package org.gan4j.io;

/** Escapes text for XML and HTML. */
public final class Xml {
  private Xml() {}

  /**
   * Escapes the characters that elements and double-quoted attributes cannot contain.
   *
   * @param text any text
   * @return the escaped text
   */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
