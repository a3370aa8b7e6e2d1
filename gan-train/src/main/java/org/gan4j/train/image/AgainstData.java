package org.gan4j.train.image;

import java.util.stream.DoubleStream;
import org.gan4j.io.plot.AxisRange;

/** What plots of samples over data share: the data alone determine the axes. */
final class AgainstData {
  /** The margin around the data, as a fraction of their extent. */
  private static final double MARGIN = 0.15;

  private AgainstData() {}

  /**
   * Checks values that are to be plotted.
   *
   * @param where the plot and the argument, for messages
   * @param values row-major
   * @param dimensions values per point
   * @throws IllegalArgumentException if there is no point, an incomplete point or a value that is
   *     not finite
   */
  static void check(String where, float[] values, int dimensions) {
    if (values.length == 0 || values.length % dimensions != 0) {
      throw new IllegalArgumentException(
          "%s: expected a positive multiple of %d values, got %d; pass whole points"
              .formatted(where, dimensions, values.length));
    }
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "%s: expected finite values, got %s at point %d; the run diverged, or the data are bad"
                .formatted(where, values[i], i / dimensions));
      }
    }
  }

  /** One coordinate of row-major points. */
  static double[] column(float[] values, int column, int columns) {
    double[] numbers = new double[values.length / columns];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = values[i * columns + column];
    }
    return numbers;
  }

  static double extent(double[] numbers) {
    return DoubleStream.of(numbers).max().orElseThrow()
        - DoubleStream.of(numbers).min().orElseThrow();
  }

  /** An axis of this extent and a margin, with the data in the middle; never of zero length. */
  static AxisRange axis(double[] data, double extent) {
    double middle = DoubleStream.of(data).min().orElseThrow() + extent(data) / 2;
    double half = (0.5 + MARGIN) * (extent > 0 ? extent : Math.max(1, Math.abs(middle)));
    return new AxisRange(middle - half, middle + half);
  }

  /** The legend's text for samples, of which some may be outside the axes. */
  static String samples(long outside) {
    return outside == 0 ? "samples" : "samples (" + outside + " outside)";
  }
}
