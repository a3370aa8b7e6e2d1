package org.gan4j.theory.report;

/** Text as HTML and XML want it. */
final class Html {
  private Html() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String element(String name, String escapedContent) {
    return "<" + name + ">" + escapedContent + "</" + name + ">\n";
  }
}
