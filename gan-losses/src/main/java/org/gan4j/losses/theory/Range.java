package org.gan4j.losses.theory;

import org.gan4j.core.Expect;

/**
 * A closed interval, or a single number if both ends are equal.
 *
 * @param low the lower end
 * @param high the upper end, not below it
 */
public record Range(double low, double high) {
  /** Every number. */
  public static final Range LINE = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /**
   * Checks the order.
   *
   * @param low the lower end
   * @param high the upper end, not below it
   */
  public Range {
    Expect.that(low <= high, "range", "low <= high", low + " and " + high);
  }

  /**
   * Returns a single number.
   *
   * @param number the number
   * @return the range that contains only it
   */
  public static Range of(double number) {
    return new Range(number, number);
  }

  /** {@return whether the range is a single number} */
  public boolean single() {
    return low == high;
  }

  /** {@return the midpoint; 0 for the whole line} */
  public double middle() {
    return equals(LINE) ? 0 : single() ? low : low / 2 + high / 2;
  }
}
