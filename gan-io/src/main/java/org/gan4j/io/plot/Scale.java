package org.gan4j.io.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Maps the numbers of an axis to pixels.
 *
 * @param logarithmic whether the scale is logarithmic
 * @param low the smallest number shown, or its logarithm
 * @param high the largest number shown, or its logarithm
 * @param from the position of the smallest
 * @param to the position of the largest
 */
record Scale(boolean logarithmic, double low, double high, double from, double to) {
  private static final double MARGIN = 0.03;
  private static final int MOST_DECADES = 7;
  private static final int FEWEST_DECADES = 3;
  private static final int ENOUGH_TICKS = 4;

  /** The range of the axis, or else one for all of these numbers with a small margin. */
  static Scale of(Axis axis, double[] numbers, double from, double to) {
    if (axis.range().isPresent()) {
      AxisRange range = axis.range().get();
      return new Scale(
          axis.logarithmic(), unit(axis, range.low()), unit(axis, range.high()), from, to);
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double number : numbers) {
      if (axis.places(number)) {
        low = Math.min(low, unit(axis, number));
        high = Math.max(high, unit(axis, number));
      }
    }
    if (low > high) {
      low = 0;
      high = 1;
    }
    double room = high > low ? MARGIN * (high - low) : Math.max(0.5, 0.1 * Math.abs(low));
    return new Scale(axis.logarithmic(), low - room, high + room, from, to);
  }

  private static double unit(Axis axis, double number) {
    return axis.logarithmic() ? Math.log10(number) : number;
  }

  /** The position of a number; not finite if it cannot be shown. */
  double position(double number) {
    double u = logarithmic ? Math.log10(number) : number;
    return from + (u - low) / (high - low) * (to - from);
  }

  /** The same scale for a longer axis around the same centre. */
  Scale widened(double factor) {
    double centre = (low + high) / 2;
    double half = factor * (high - low) / 2;
    return new Scale(logarithmic, centre - half, centre + half, from, to);
  }

  /** Pixels per unit. */
  double density() {
    return Math.abs(to - from) / (high - low);
  }

  /**
   * The numbers to label: multiples of 1, 2 or 5 times a power of ten. On a logarithmic scale,
   * powers of ten if there are at least three, else 1, 2 and 5 times them if those suffice.
   */
  List<Double> ticks(int about) {
    if (logarithmic) {
      List<Double> decades = decades(1);
      if (decades.size() >= FEWEST_DECADES) {
        return decades;
      }
      List<Double> more = decades(1, 2, 5);
      if (more.size() >= ENOUGH_TICKS) {
        return more;
      }
    }
    return round(about);
  }

  private List<Double> decades(int... digits) {
    List<Double> ticks = new ArrayList<>();
    int every = (int) Math.ceil((high - low) / MOST_DECADES);
    for (int k = (int) Math.floor(low); k <= high; k++) {
      for (int digit : digits) {
        double tick = digit * Math.pow(10, k);
        if (Math.floorMod(k, every) == 0 && Math.log10(tick) >= low && Math.log10(tick) <= high) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  private List<Double> round(int about) {
    double first = logarithmic ? Math.pow(10, low) : low;
    double last = logarithmic ? Math.pow(10, high) : high;
    double raw = (last - first) / about;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double step =
        power * (raw / power > 5.5 ? 10 : raw / power > 2.2 ? 5 : raw / power > 1.1 ? 2 : 1);
    List<Double> ticks = new ArrayList<>();
    for (long k = (long) Math.ceil(first / step); k * step <= last; k++) {
      ticks.add(k * step);
    }
    return ticks;
  }
}
