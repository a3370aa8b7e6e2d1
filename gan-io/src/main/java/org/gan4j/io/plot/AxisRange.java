package org.gan4j.io.plot;

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
   * @throws IllegalArgumentException if they are not finite or not in this order
   */
  public AxisRange {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low >= high) {
      throw new IllegalArgumentException(
          "AxisRange: expected finite ends, the lower first, got %s and %s".formatted(low, high));
    }
  }

  /** {@return the distance of the ends} */
  public double extent() {
    return high - low;
  }

  /**
   * Returns whether a number is inside; the ends are.
   *
   * @param number the number
   * @return false for NaN
   */
  public boolean contains(double number) {
    return low <= number && number <= high;
  }
}
