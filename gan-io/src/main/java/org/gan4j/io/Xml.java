package org.gan4j.io;

/** Text inside XML and HTML. */
public final class Xml {
  private Xml() {}

  /**
   * Escapes what elements and attributes in double quotes cannot hold.
   *
   * @param text any text
   * @return the same for a parser
   */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
