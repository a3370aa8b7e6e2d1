package org.gan4j.peers.step;

import java.util.List;
import java.util.Locale;
import org.gan4j.speed.Timing;
import org.gan4j.speed.run.CaseResult;

/** The times of one size for the terminal. */
final class PeerTable {
  private PeerTable() {}

  /** A line for each library; the ratio is of the median to that of the first. */
  static String text(List<CaseResult> cases) {
    double first = cases.get(0).timing().median();
    StringBuilder table =
        new StringBuilder(line("step", "library", "median us", "min", "max", "rounds", "ratio"));
    for (CaseResult one : cases) {
      Timing timing = one.timing();
      table.append(
          line(
              one.name(),
              one.backend(),
              decimal(timing.median(), 1),
              decimal(timing.min(), 1),
              decimal(timing.max(), 1),
              timing.rounds(),
              decimal(timing.median() / first, 2)));
    }
    return table.toString();
  }

  private static String line(Object... cells) {
    return String.format(Locale.ROOT, "%-14s %-11s %11s %11s %11s %7s %6s%n", cells);
  }

  private static String decimal(double value, int places) {
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }
}
