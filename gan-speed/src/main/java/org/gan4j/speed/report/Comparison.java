package org.gan4j.speed.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gan4j.core.Expect;
import org.gan4j.io.ReadableNumber;
import org.gan4j.speed.run.CaseResult;
import org.gan4j.speed.run.SpeedResults;

/**
 * The medians of two measurements of the same cases on the same backends.
 *
 * @param rows the cases that are in both
 * @param tolerance by how much of itself a time may grow
 */
public record Comparison(List<Row> rows, double tolerance) {
  private static final String LINE = "%-36s %-9s %10s %10s %6s %s%n";
  private static final int DIGITS = 3;

  /**
   * A case that is in both.
   *
   * @param name its name
   * @param backend its backend
   * @param now its median, in microseconds
   * @param before its median in the other measurement, in microseconds
   */
  public record Row(String name, String backend, double now, double before) {
    /** {@return the time now as a multiple of the time before; above 1 is slower} */
    public double ratio() {
      return now / before;
    }
  }

  /**
   * Checks the tolerance.
   *
   * @param rows the cases that are in both
   * @param tolerance by how much of itself a time may grow
   * @throws IllegalArgumentException if the tolerance is negative or not finite
   */
  public Comparison {
    Expect.nonNegative("--tolerance", "a fraction", tolerance);
    rows = List.copyOf(rows);
  }

  /**
   * Compares two measurements.
   *
   * @param now the new one
   * @param before the other one
   * @param tolerance by how much of itself a time may grow: 0.1 allows 10 % more
   * @return the comparison
   * @throws IllegalArgumentException if no case is in both, or their element types differ
   */
  public static Comparison of(SpeedResults now, SpeedResults before, double tolerance) {
    requireSame("dtype", now, before);
    requireShared(now.cases().stream().map(CaseResult::name).toList(), now.backends(), before);
    List<Row> rows = new ArrayList<>();
    for (CaseResult one : now.cases()) {
      before.cases().stream()
          .filter(other -> other.name().equals(one.name()))
          .filter(other -> other.backend().equals(one.backend()))
          .findFirst()
          .map(other -> row(one, other))
          .ifPresent(rows::add);
    }
    return new Comparison(rows, tolerance);
  }

  /**
   * Checks, before minutes of work, that there will be something to compare.
   *
   * @param names the names of the new cases
   * @param backends the names of their backends
   * @param before the other measurement
   * @throws IllegalArgumentException if it has none of the cases
   */
  public static void requireShared(List<String> names, List<String> backends, SpeedResults before) {
    if (before.cases().stream()
        .noneMatch(one -> names.contains(one.name()) && backends.contains(one.backend()))) {
      throw Expect.failure(
          "--compare",
          "a file with some of the same cases and backends",
          "none of " + names.size(),
          "measure both with the same --only and --backend");
    }
  }

  private static Row row(CaseResult now, CaseResult before) {
    return new Row(now.name(), now.backend(), now.timing().median(), before.timing().median());
  }

  private static void requireSame(String fact, SpeedResults now, SpeedResults before) {
    String mine = now.facts().get(fact);
    String other = before.facts().get(fact);
    if (mine != null && other != null && !mine.equals(other)) {
      throw Expect.failure(
          "--compare", "a file with " + fact + " " + mine, other, "measure both with the same");
    }
  }

  /** {@return the cases that are slower than the tolerance allows} */
  public List<Row> worse() {
    return rows.stream().filter(row -> row.ratio() > 1 + tolerance).toList();
  }

  /** {@return a line for each case} */
  public String text() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(Locale.ROOT, LINE, "case", "backend", "now, us", "before, us", "ratio", ""));
    for (Row row : rows) {
      table.append(
          String.format(
              Locale.ROOT,
              LINE,
              row.name(),
              row.backend(),
              ReadableNumber.of(row.now(), DIGITS),
              ReadableNumber.of(row.before(), DIGITS),
              String.format(Locale.ROOT, "%.2f", row.ratio()),
              worse().contains(row) ? "SLOWER" : ""));
    }
    return table.toString().replaceAll(" +(\\R)", "$1");
  }

  /** {@return name, backend, ratio and whether it is worse, of each case} */
  public ArrayNode json() {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (Row row : rows) {
      json.addObject()
          .put("name", row.name())
          .put("backend", row.backend())
          .put("ratio", row.ratio())
          .put("worse", worse().contains(row));
    }
    return json;
  }
}
