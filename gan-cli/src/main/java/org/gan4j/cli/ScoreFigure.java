package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.gan4j.io.ReadableNumber;

/**
 * One number of a score, beside what real pictures get.
 *
 * @param key its name in JSON
 * @param name its name in the table
 * @param value of the samples
 * @param floor the same of training pictures
 */
record ScoreFigure(String key, String name, double value, double floor) {
  private static final int DIGITS = 4;

  static String head() {
    return row("", "samples", "floor");
  }

  String line() {
    return row(name, ReadableNumber.of(value, DIGITS), ReadableNumber.of(floor, DIGITS));
  }

  private static String row(String name, String value, String floor) {
    return String.format(Locale.ROOT, "  %-32s %10s %10s%n", name, value, floor);
  }

  /** Distances are better if they are smaller, everything else if it is larger. */
  ScoreNumber number() {
    return new ScoreNumber(key, name, value, !key.startsWith("fcd") && !key.startsWith("kcd"));
  }

  void addTo(ObjectNode json) {
    json.put(key, value).put(key + "_floor", floor);
  }
}
