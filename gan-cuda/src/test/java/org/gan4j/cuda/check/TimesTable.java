package org.gan4j.cuda.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.speed.run.CaseResult;
import org.gan4j.speed.run.SpeedResults;

/** The median of each case on each backend and peer, and how much longer the first one takes. */
final class TimesTable {
  private TimesTable() {}

  static String text(SpeedResults results, String first) {
    List<String> all = results.cases().stream().map(CaseResult::backend).distinct().toList();
    Map<String, Map<String, Double>> medians = new TreeMap<>();
    for (CaseResult one : results.cases()) {
      medians
          .computeIfAbsent(one.name(), name -> new TreeMap<>())
          .put(one.backend(), one.timing().median());
    }
    StringBuilder table = new StringBuilder();
    table.append(String.format(Locale.ROOT, "%n%-28s", "median in us"));
    all.forEach(backend -> table.append(String.format(Locale.ROOT, " %16s", backend)));
    medians.forEach(
        (name, row) -> {
          table.append(String.format(Locale.ROOT, "%n%-28s", name));
          for (String backend : all) {
            table.append(String.format(Locale.ROOT, " %16s", cell(row, backend, first)));
          }
        });
    return table.append(System.lineSeparator()).toString();
  }

  /** The median, and in brackets its ratio to the first backend's. */
  private static String cell(Map<String, Double> row, String backend, String first) {
    if (!row.containsKey(backend)) {
      return "-";
    }
    double median = row.get(backend);
    return backend.equals(first) || !row.containsKey(first)
        ? String.format(Locale.ROOT, "%.1f", median)
        : String.format(Locale.ROOT, "%.1f (%.2f)", median, median / row.get(first));
  }
}
