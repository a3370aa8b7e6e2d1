package org.gan4j.theory.report;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.theory.Check;
import org.gan4j.theory.Result;

/** A report for the terminal, within 80 columns except for failed checks. */
final class TextTable {
  private static final String LINE = "%-16s %-33s %5s %8s %8s %s%n";
  private static final int TITLE = 33;

  private TextTable() {}

  static String of(Report report) {
    StringBuilder table = new StringBuilder();
    table.append(String.format(Locale.ROOT, LINE, "row", "", "held", "error", "allowed", ""));
    report.results().forEach(result -> row(table, result));
    long held = report.results().stream().filter(Result::holds).count();
    return table
        .append(String.format(Locale.ROOT, "%d of %d rows hold.", held, report.results().size()))
        .append(" Error and allowed are of the check closest to its bound.")
        .toString();
  }

  private static void row(StringBuilder table, Result result) {
    Optional<Check> closest = closest(result);
    long held = result.evidence().checks().stream().filter(Check::holds).count();
    String title = result.statement().title();
    table.append(
        String.format(
            Locale.ROOT,
            LINE,
            result.statement().id(),
            title.length() <= TITLE ? title : title.substring(0, TITLE - 1) + "…",
            held + "/" + result.evidence().checks().size(),
            closest.map(check -> Numbers.size(check.error())).orElse(""),
            closest.map(check -> Numbers.size(check.tolerance())).orElse(""),
            result.holds() ? "ok" : "FAILS"));
    result
        .breakdown()
        .ifPresent(why -> table.append(String.format(Locale.ROOT, "  failed with: %s%n", why)));
    result
        .failures()
        .forEach(check -> table.append(String.format(Locale.ROOT, "  %s%n", sentence(check))));
  }

  /** The check of a row that uses the largest share of its tolerance. */
  static Optional<Check> closest(Result result) {
    return result.evidence().checks().stream().max(Comparator.comparingDouble(TextTable::use));
  }

  /** The share of its tolerance that a check uses; −1 without tolerance, infinite if it fails. */
  private static double use(Check check) {
    if (!check.holds()) {
      return Double.POSITIVE_INFINITY;
    }
    return check.tolerance() == 0 ? -1 : check.error() / check.tolerance();
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
