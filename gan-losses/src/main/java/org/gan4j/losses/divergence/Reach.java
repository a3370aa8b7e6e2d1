package org.gan4j.losses.divergence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How far the integrand of KL(p‖q) goes on beyond the densities' own breakpoints. The mass of p may
 * end long before p · (−log q) does: for a Laplace p and a Gumbel q of nearly its scale, or for a
 * Student p with barely enough moments.
 *
 * <p>From each open end it steps outward, twice as far each time, until what is left is negligible.
 * Far out the integrand's logarithm must be concave in the coordinate of the open end, as it is for
 * all tails that {@link Tail} knows: then it goes on to fall at least as fast as it just did.
 */
final class Reach {
  /** Far below rounding. */
  private static final double NEGLIGIBLE = 1e-20;

  /** More than exhaust the doubles. */
  private static final int STEPS = 2000;

  /** Where an open end has no panel of its own. */
  private static final double FIRST_STEP = Math.log(2);

  private final ToDoubleFunction<Point> logSize;
  private final double leastRate;
  private final List<QuadraturePanel> panels = new ArrayList<>();
  private double remainder;

  /**
   * Steps outward from the open ends.
   *
   * @param logSize the logarithm of a bound on the integrand's size, per unit of the coordinate
   * @param leastRate the rate at which it falls in the end, in the logarithm of the distance
   */
  Reach(List<Partition.OpenEnd> ends, ToDoubleFunction<Point> logSize, double leastRate) {
    this.logSize = logSize;
    this.leastRate = leastRate;
    ends.forEach(this::extend);
  }

  /** The range beyond the breakpoints. */
  List<QuadraturePanel> panels() {
    return panels;
  }

  /** A bound on the integral beyond these; infinite where the integrand exceeds all doubles. */
  double remainder() {
    return remainder;
  }

  private void extend(Partition.OpenEnd end) {
    double step = end.panel().width() > 0 ? end.panel().width() : FIRST_STEP;
    double t = end.coordinate();
    double size = size(end, t);
    double near = step / 8;
    double rest = rest(size, (size(end, t - end.direction() * near) - size) / near);
    for (int i = 0; rest > NEGLIGIBLE && size < Double.POSITIVE_INFINITY; i++) {
      if (i == STEPS) {
        throw new IllegalStateException(
            ("KL: expected an integrand that falls as the tails of p and q say, got none beyond %s;"
                    + " correct their tails")
                .formatted(end.panel().at(t)));
      }
      double next = t + end.direction() * step;
      panels.add(end.panel().piece(Math.min(t, next), Math.max(t, next)));
      double sizeThere = size(end, next);
      rest = rest(sizeThere, (size - sizeThere) / step);
      size = sizeThere;
      t = next;
      step *= 2;
    }
    remainder += rest;
  }

  private double size(Partition.OpenEnd end, double t) {
    return logSize.applyAsDouble(end.panel().at(t));
  }

  private double rest(double size, double rate) {
    if (size == Double.NEGATIVE_INFINITY) {
      return 0;
    }
    return rate > 0 ? Math.exp(size) / Math.min(rate, leastRate) : Double.POSITIVE_INFINITY;
  }
}
