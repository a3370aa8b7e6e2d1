package org.gan4j.io.plot;

import org.gan4j.core.Expect;

/**
 * The closed interval of numbers that an axis shows.
 *
 * @param low the lower end, finite
 * @param high the upper end, finite and larger
 */
public record AxisRange(double low, double high) {
  /**
   * Checks the ends.
   *
   * @param low the lower end
   * @param high the upper end
   * @throws IllegalArgumentException if an end is not finite, or they are not in order
   */
  public AxisRange {
    Expect.that(
        Double.isFinite(low) && Double.isFinite(high) && low < high,
        "AxisRange",
        "finite ends, the lower first",
        low + " and " + high);
  }

  /** {@return the distance between the ends} */
  public double extent() {
    return high - low;
  }

  /**
   * Returns whether a number is in the range, ends included.
   *
   * @param number the number
   * @return false for NaN
   */
  public boolean contains(double number) {
    return low <= number && number <= high;
  }
}
