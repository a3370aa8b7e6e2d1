package org.gan4j.theory.report;

import java.util.Locale;
import java.util.Optional;
import org.gan4j.theory.Check;
import org.gan4j.theory.Result;

/** A report for the terminal, within 80 columns except for failed checks. */
final class TextTable {
  private static final String LINE = "%-16s %-27s %5s %9s %12s %s%n";
  private static final int TITLE = 27;

  private TextTable() {}

  static String of(Report report) {
    StringBuilder table = new StringBuilder();
    table.append(String.format(Locale.ROOT, LINE, "row", "", "held", "found", "allowed", ""));
    report.results().forEach(result -> row(table, result));
    long held = report.results().stream().filter(Result::holds).count();
    return table
        .append(String.format(Locale.ROOT, "%d of %d rows hold.", held, report.results().size()))
        .append(' ')
        .append(Headline.LEGEND.replace(": ", ":" + System.lineSeparator()))
        .toString();
  }

  private static void row(StringBuilder table, Result result) {
    Optional<Headline> headline = Headline.of(result);
    String title = result.statement().title();
    table.append(
        String.format(
            Locale.ROOT,
            LINE,
            result.statement().id(),
            title.length() <= TITLE ? title : title.substring(0, TITLE - 1) + "…",
            Headline.held(result),
            headline.map(Headline::value).orElse(""),
            headline.map(Headline::bound).orElse(""),
            result.holds() ? "ok" : "FAILS"));
    result
        .breakdown()
        .ifPresent(why -> table.append(String.format(Locale.ROOT, "  failed with: %s%n", why)));
    result
        .failures()
        .forEach(check -> table.append(String.format(Locale.ROOT, "  %s%n", sentence(check))));
  }

  private static String sentence(Check check) {
    return String.format(
        Locale.ROOT,
        "%s: expected %s %s %s, off by %s, allowed %s",
        check.name(),
        Numbers.value(check.left()),
        check.relation().sign(),
        Numbers.value(check.right()),
        Numbers.size(check.error()),
        Numbers.size(check.tolerance()));
  }
}
