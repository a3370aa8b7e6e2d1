package org.gan4j.theory.report;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gan4j.theory.Result;

/** The overview as a LaTeX table, for {@code \input} into a paper; it needs no packages. */
final class LatexTable {
  /** What LaTeX does not print as it is. */
  private static final Map<String, String> CHARACTERS =
      Map.ofEntries(
          Map.entry("&", "\\&"),
          Map.entry("%", "\\%"),
          Map.entry("$", "\\$"),
          Map.entry("#", "\\#"),
          Map.entry("_", "\\_"),
          Map.entry("{", "\\{"),
          Map.entry("}", "\\}"),
          Map.entry("\\", "\\textbackslash{}"),
          Map.entry("~", "\\textasciitilde{}"),
          Map.entry("^", "\\textasciicircum{}"),
          Map.entry("<", "$<$"),
          Map.entry(">", "$>$"),
          Map.entry("|", "$|$"),
          Map.entry("‖", "$\\|$"),
          Map.entry("−", "$-$"),
          Map.entry("≤", "$\\le$"),
          Map.entry("≥", "$\\ge$"),
          Map.entry("∞", "$\\infty$"),
          Map.entry("½", "$\\frac{1}{2}$"),
          Map.entry("²", "$^2$"),
          Map.entry("θ", "$\\theta$"),
          Map.entry("’", "'"));

  private LatexTable() {}

  static String of(Report report) {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "%% GAN4J %s, seed %d, %s run. %s\n",
            report.version(),
            report.seed(),
            report.full() ? "full" : "quick",
            Headline.LEGEND));
    table.append("\\begin{tabular}{llrrll}\n\\hline\n");
    table.append("row & & held & found & allowed & \\\\\n\\hline\n");
    report.results().forEach(result -> row(table, result));
    return table.append("\\hline\n\\end{tabular}\n").toString();
  }

  private static void row(StringBuilder table, Result result) {
    table.append(result.statement().id()).append(" & ");
    table.append(escape(result.statement().title())).append(" & ");
    table.append(Headline.held(result)).append(" & ");
    Headline.of(result)
        .ifPresentOrElse(
            shown ->
                table.append(number(shown.value())).append(" & ").append(number(shown.bound())),
            () -> table.append(" & "));
    table.append(" & ").append(result.holds() ? "holds" : "\\textbf{fails}").append(" \\\\\n");
  }

  /** A number or a bound, with {@code e−12} as a power of ten. */
  private static String number(String text) {
    int exponent = text.indexOf('e');
    if (exponent < 0) {
      return escape(text);
    }
    String power = text.substring(exponent + 1).replace('−', '-');
    return escape(text.substring(0, exponent)) + "$\\cdot 10^{" + power + "}$";
  }

  /** {@return text that LaTeX prints as it is} */
  static String escape(String text) {
    return text.codePoints()
        .mapToObj(Character::toString)
        .map(character -> CHARACTERS.getOrDefault(character, character))
        .collect(Collectors.joining());
  }
}
