package org.gan4j.study.measure;

import org.gan4j.core.Expect;

/**
 * A figure of a generator.
 *
 * @param name its name in tables, such as {@code high_quality}
 * @param largerIsBetter whether a better generator has a larger one
 */
public record Metric(String name, boolean largerIsBetter) {
  /**
   * Checks the name, which heads a column.
   *
   * @param name lower-case letters, digits and underscores
   * @param largerIsBetter whether a better generator has a larger one
   */
  public Metric {
    Expect.that(
        name.matches("[a-z][a-z0-9_]*"),
        "metric",
        "a name of lower-case letters, digits and underscores",
        "'" + name + "'");
  }

  /**
   * Returns whether a figure is better than another.
   *
   * @param figure a figure
   * @param other another
   * @return false if they are equal
   */
  public boolean isBetter(double figure, double other) {
    return largerIsBetter ? figure > other : figure < other;
  }
}
