package org.gan4j.speed.report;

import java.util.List;
import java.util.Locale;
import org.gan4j.speed.Workload.Kind;
import org.gan4j.speed.run.CaseResult;
import org.gan4j.speed.run.Ceiling;
import org.gan4j.speed.run.SpeedResults;

/** Results for the terminal, within 80 columns. */
public final class SpeedTable {
  private static final String LINE = "%-35s %-9s %8s %8s %7s %7s%n";

  private SpeedTable() {}

  /**
   * Returns the ceilings and a line for each case.
   *
   * @param results the results
   * @return the table
   */
  public static String text(SpeedResults results) {
    StringBuilder table = new StringBuilder();
    results.ceilings().forEach(ceiling -> table.append(ceiling(ceiling)));
    for (Kind kind : Kind.values()) {
      kind(table, results, kind);
    }
    return table.toString();
  }

  private static String ceiling(Ceiling ceiling) {
    return String.format(
        Locale.ROOT,
        "%s, %d %s: best product %s GFLOP/s, copy %s GB/s%n",
        ceiling.backend(),
        ceiling.threads(),
        ceiling.threads() == 1 ? "thread" : "threads",
        CaseNumbers.number(ceiling.gflops()),
        CaseNumbers.number(ceiling.gbps()));
  }

  private static void kind(StringBuilder table, SpeedResults results, Kind kind) {
    List<CaseResult> cases = results.of(kind);
    if (cases.isEmpty()) {
      return;
    }
    table.append(System.lineSeparator());
    table.append(
        String.format(
            Locale.ROOT,
            LINE,
            kind.title(),
            "backend",
            "median",
            "fastest",
            CaseNumbers.rateUnit(kind),
            CaseNumbers.ceiling(kind)));
    for (CaseResult one : cases) {
      CaseNumbers numbers = new CaseNumbers(results, one);
      table.append(
          String.format(
              Locale.ROOT,
              LINE,
              one.name(),
              one.backend(),
              numbers.median(),
              numbers.min(),
              numbers.rate(),
              numbers.percent()));
    }
  }
}
