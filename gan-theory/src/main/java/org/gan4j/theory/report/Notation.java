package org.gan4j.theory.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.io.Xml;

/**
 * The words of a report as HTML: {@code q_θ} has a subscript, {@code x^2} a superscript and {@code
 * 1e-3} is a power of ten. Rows write these as one writes them in an email, so that the terminal
 * can show them too.
 */
final class Notation {
  private static final Pattern INDEX = Pattern.compile("([_^])(\\{[^}]*}|[\\p{L}\\p{N}]+)");
  private static final Pattern POWER = Pattern.compile("\\b(\\d+(?:\\.\\d+)?)e([-−]?)(\\d+)\\b");

  private Notation() {}

  /**
   * Returns words as HTML.
   *
   * @param words plain text
   * @return the text, escaped, with elements for indices and powers
   */
  static String html(String words) {
    String powers =
        POWER
            .matcher(Xml.escape(words))
            .replaceAll(
                found ->
                    (found.group(1).equals("1") ? "10" : found.group(1) + " · 10")
                        + ("<sup>" + (found.group(2).isEmpty() ? "" : "−"))
                        + (found.group(3) + "</sup>"));
    Matcher index = INDEX.matcher(powers);
    return index.replaceAll(
        found -> {
          String element = found.group(1).equals("_") ? "sub" : "sup";
          String inside = found.group(2).replaceAll("[{}]", "");
          return "<" + element + ">" + inside + "</" + element + ">";
        });
  }
}
