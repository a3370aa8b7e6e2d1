package org.gan4j.testkit.loss;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Quadrature;

/**
 * Two densities, and a third towards which q is varied.
 *
 * @param p of the real samples
 * @param q of the generated ones
 * @param towards where a step might move q
 */
record Pair(Density p, Density q, Density towards) {
  static final List<Pair> ALL =
      List.of(
          new Pair(normal(0, 1), normal(0.7, 0.9), normal(0.4, 0.8)),
          new Pair(normal(0, 1), normal(1, 1), normal(1.3, 0.8)),
          new Pair(normal(0, 1), normal(-0.2, 1.5), normal(0.3, 1.2)),
          new Pair(
              Densities.mixture(new double[] {0.4, 0.6}, normal(-1.5, 0.7), normal(1.2, 0.9)),
              normal(0.2, 1.4),
              normal(0.6, 1.2)));

  private static Density normal(double mean, double sd) {
    return Densities.normal(mean, sd);
  }

  /**
   * Whether neither density underflows; where one of these does, the other is below 1e-100, and a
   * loss that grows as fast as the ratio would give 0 · ∞.
   */
  boolean overlap(double x) {
    return Math.min(p.logDensity(x), q.logDensity(x)) > -600;
  }

  /** log p/q. */
  double ratio(double x) {
    return p.logDensity(x) - q.logDensity(x);
  }

  /** log of p to the density (1 − share)q + share · towards; the share may be a little negative. */
  double ratio(double x, double share) {
    double excess = Math.expm1(towards.logDensity(x) - q.logDensity(x));
    return ratio(x) - Math.log1p(share * excess);
  }

  /** (1 − share)q + share · towards. */
  double moved(double x, double share) {
    return (1 - share) * q.density(x) + share * towards.density(x);
  }

  double integral(DoubleUnaryOperator f) {
    return Quadrature.over(p, q, towards).integrate(f).value();
  }

  /** F_p − F of q moved by a share. */
  double cumulative(double x, double share) {
    return p.cumulative(x) - (1 - share) * q.cumulative(x) - share * towards.cumulative(x);
  }
}
