package org.gan4j.losses.theory;

/**
 * A closed interval; a number where both ends are one.
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
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "range: expected a low end not above the high one, got " + low + " and " + high);
    }
  }

  /**
   * Returns a single number.
   *
   * @param number the number
   * @return the range of it alone
   */
  public static Range of(double number) {
    return new Range(number, number);
  }

  /** {@return whether there is one number only} */
  public boolean single() {
    return low == high;
  }

  /** {@return the number in the middle; 0 of the whole line} */
  public double middle() {
    return equals(LINE) ? 0 : single() ? low : low / 2 + high / 2;
  }
}
