package org.gan4j.train.image;

/**
 * A closed interval of an axis.
 *
 * @param low the lower end
 * @param high the upper end, larger
 */
record Range(double low, double high) {
  /** Room beside the data, as a part of their extent. */
  private static final double MARGIN = 0.15;

  /** The extent of one column of row-major values; columns without extent get some. */
  static Range of(float[] values, int column, int columns) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = column; i < values.length; i += columns) {
      low = Math.min(low, values[i]);
      high = Math.max(high, values[i]);
    }
    return new Range(low, high);
  }

  double extent() {
    return high - low;
  }

  /** The interval with the same centre that fits data of this extent with a margin. */
  Range around(double extent) {
    double middle = low + extent() / 2;
    double half = (0.5 + MARGIN) * (extent > 0 ? extent : Math.max(1, Math.abs(middle)));
    return new Range(middle - half, middle + half);
  }

  boolean contains(double value) {
    return low <= value && value <= high;
  }
}
