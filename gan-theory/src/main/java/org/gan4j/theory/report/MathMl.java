package org.gan4j.theory.report;

import java.util.Locale;
import java.util.Set;
import org.gan4j.io.Xml;

/**
 * Converts formulas to MathML, which browsers render without libraries and offline.
 *
 * <p>The notation is close to how one writes formulas in an email: {@code D^*(x) = {p(x)}/{p(x) +
 * q(x)}}. A single letter is a variable, several are a name such as {@code log}. Braces group and
 * are not shown; two groups in braces with a slash between them are a fraction; {@code _} and
 * {@code ^} start a subscript or superscript: a letter, number or group; {@code sqrt} is the root
 * of what follows; text is in quotation marks; every other character is an operator.
 */
final class MathMl {
  private static final Set<String> LIMITS =
      Set.of("max", "min", "argmax", "argmin", "sup", "inf", "lim");
  private static final Set<String> BIG = Set.of("∫", "∑");
  private static final String THIN_SPACE = "<mspace width=\"0.17em\"/>";

  private final String source;
  private int at;

  private MathMl(String source) {
    this.source = source;
  }

  /**
   * Returns the formula as a block element.
   *
   * @param formula in the notation above
   * @return a {@code math} element
   * @throws IllegalArgumentException if a brace or quotation mark is unmatched
   */
  static String of(String formula) {
    MathMl reader = new MathMl(formula);
    String row = reader.row("");
    if (reader.at < formula.length()) {
      throw reader.unmatched(formula.charAt(reader.at));
    }
    return "<math display=\"block\">" + row + "</math>";
  }

  /** Parses up to one of the closing characters or the end. */
  private String row(String closing) {
    StringBuilder row = new StringBuilder("<mrow>");
    boolean afterOperand = false;
    while (true) {
      skipSpace();
      if (at == source.length() || closing.indexOf(source.charAt(at)) >= 0) {
        return row.append("</mrow>").toString();
      }
      if (source.charAt(at) == '}') {
        throw unmatched('}');
      }
      if (closing.isEmpty() && source.charAt(at) == ',') {
        at++;
        row.append("<mo>,</mo><mspace width=\"1em\"/>");
        afterOperand = false;
        continue;
      }
      int start = at;
      boolean operand = !isOperator(source.charAt(at));
      String term = term();
      boolean function = isFunction(source.substring(start, at));
      row.append(afterOperand && function ? THIN_SPACE : "").append(term);
      row.append(function && nextIsOperand() ? THIN_SPACE : "");
      afterOperand = operand && !function;
    }
  }

  private static boolean isOperator(char c) {
    return "{([\"".indexOf(c) < 0 && !Character.isLetterOrDigit(c) && !isVulgarFraction(c);
  }

  private static boolean isVulgarFraction(char c) {
    return Character.getType(c) == Character.OTHER_NUMBER;
  }

  /** Several letters, optionally with scripts. */
  private static boolean isFunction(String term) {
    return term.length() > 1
        && Character.isLetter(term.charAt(0))
        && Character.isLetter(term.charAt(1))
        && !term.startsWith("sqrt");
  }

  private boolean nextIsOperand() {
    return at < source.length() && "([)]}".indexOf(source.charAt(at)) < 0;
  }

  private String term() {
    boolean group = source.charAt(at) == '{';
    String base = scripted();
    skipSpace();
    if (group && source.startsWith("/", at)) {
      int slash = at++;
      skipSpace();
      if (source.startsWith("{", at)) {
        return "<mfrac>" + base + scripted() + "</mfrac>";
      }
      at = slash;
    }
    return base;
  }

  private String scripted() {
    int start = at;
    String base = atom();
    String name = source.substring(start, at);
    String lower = script('_');
    String upper = script('^');
    return lower != null && LIMITS.contains(name)
        ? "<munder>" + base + lower + "</munder>"
        : scripts(base, lower, upper);
  }

  private static String scripts(String base, String lower, String upper) {
    if (lower == null) {
      return upper == null ? base : "<msup>" + base + upper + "</msup>";
    }
    return upper == null
        ? "<msub>" + base + lower + "</msub>"
        : "<msubsup>" + base + lower + upper + "</msubsup>";
  }

  private String script(char sign) {
    if (at < source.length() && source.charAt(at) == sign) {
      at++;
      skipSpace();
      return atom();
    }
    return null;
  }

  private String atom() {
    if (at == source.length()) {
      throw new IllegalArgumentException(
          "formula '" + source + "': expected something after its last sign, got its end");
    }
    char c = source.charAt(at);
    if (c == '{') {
      return enclosed("}");
    }
    if (c == '(' || c == '[') {
      return brackets();
    }
    if (c == '"') {
      return text();
    }
    if (Character.isLetter(c)) {
      return word();
    }
    if (Character.isDigit(c) || isVulgarFraction(c)) {
      return number();
    }
    at++;
    String stretchy = BIG.contains(String.valueOf(c)) ? "" : " stretchy=\"false\"";
    return "<mo" + stretchy + ">" + Xml.escape(String.valueOf(c)) + "</mo>";
  }

  /** Brackets stretch only around fractions: around a subscript they would be too tall. */
  private String brackets() {
    char open = source.charAt(at);
    String inner = enclosed(")]");
    String stretchy = inner.contains("<mfrac>") ? "" : " stretchy=\"false\"";
    return String.format(
        Locale.ROOT,
        "<mrow><mo%s>%s</mo>%s<mo%s>%s</mo></mrow>",
        stretchy,
        open,
        inner,
        stretchy,
        source.charAt(at - 1));
  }

  private String enclosed(String closing) {
    char open = source.charAt(at++);
    String row = row(closing);
    if (at == source.length()) {
      throw unmatched(open);
    }
    at++;
    return row;
  }

  private String text() {
    int end = source.indexOf('"', at + 1);
    if (end < 0) {
      throw unmatched('"');
    }
    String text = source.substring(at + 1, end);
    at = end + 1;
    return "<mtext>" + Xml.escape(text) + "</mtext>";
  }

  private String word() {
    int start = at;
    while (at < source.length() && Character.isLetter(source.charAt(at))) {
      at++;
    }
    String word = source.substring(start, at);
    if (word.equals("sqrt")) {
      skipSpace();
      return "<msqrt>" + atom() + "</msqrt>";
    }
    return "<mi>" + word + "</mi>";
  }

  private String number() {
    int start = at++;
    while (at < source.length()
        && (Character.isDigit(source.charAt(at)) || source.charAt(at) == '.')) {
      at++;
    }
    return "<mn>" + source.substring(start, at) + "</mn>";
  }

  private void skipSpace() {
    while (at < source.length() && source.charAt(at) == ' ') {
      at++;
    }
  }

  private IllegalArgumentException unmatched(char sign) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "formula '%s': expected a partner for each bracket and quotation mark, got %s alone",
            source,
            sign));
  }
}
