package org.gan4j.losses.divergence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An interval of the line.
 *
 * @param lower its lower end, which may be negative infinity
 * @param upper its upper end, above the lower, which may be infinity
 */
public record Interval(double lower, double upper) {
  /** The whole line. */
  public static final Interval LINE =
      new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /**
   * Checks the ends.
   *
   * @param lower its lower end
   * @param upper its upper end
   */
  public Interval {
    if (!(lower < upper)) {
      throw new IllegalArgumentException(
          "interval: expected lower < upper, got " + lower + " and " + upper);
    }
  }

  /** The same set as the fewest disjoint intervals, in order. */
  static List<Interval> union(List<Interval> intervals) {
    List<Interval> sorted =
        intervals.stream().sorted(Comparator.comparingDouble(Interval::lower)).toList();
    List<Interval> union = new ArrayList<>();
    for (Interval next : sorted) {
      int last = union.size() - 1;
      if (last >= 0 && next.lower <= union.get(last).upper) {
        Interval before = union.get(last);
        union.set(last, new Interval(before.lower, Math.max(before.upper, next.upper)));
      } else {
        union.add(next);
      }
    }
    return union;
  }

  @Override
  public String toString() {
    return "(" + lower + ", " + upper + ")";
  }
}
