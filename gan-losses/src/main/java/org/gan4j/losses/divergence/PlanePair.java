package org.gan4j.losses.divergence;

import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** The integrals between two Gaussian mixtures on the plane. */
final class PlanePair {
  private static final double LOG_2 = Math.log(2);

  /** For each integral over a mixture; refinement stops there. */
  private static final long MAX_EVALUATIONS = 5_000_000;

  private final GaussianMixture2d p;
  private final GaussianMixture2d q;

  PlanePair(GaussianMixture2d p, GaussianMixture2d q) {
    this.p = p;
    this.q = q;
  }

  Divergences divergences() {
    DoubleBinaryOperator ratio = (own, other) -> own - other;
    DoubleBinaryOperator toMean = (own, other) -> own - (LogDensities.logSum(own, other) - LOG_2);
    DoubleBinaryOperator value = (own, other) -> -LogDensities.softplus(other - own);
    DoubleBinaryOperator excess = (own, other) -> Math.max(0, -Math.expm1(other - own));
    return new Divergences(
        mean(p, q, ratio).within(0, Double.POSITIVE_INFINITY),
        mean(q, p, ratio).within(0, Double.POSITIVE_INFINITY),
        mean(p, q, toMean).plus(mean(q, p, toMean)).times(0.5).within(0, LOG_2),
        mean(p, q, excess).plus(mean(q, p, excess)).times(0.5).within(0, 1),
        mean(p, q, value).plus(mean(q, p, value)).within(-2 * LOG_2, 0),
        Optional.empty(),
        Optional.empty());
  }

  /** The mean over the first mixture, part by part; what one part leaves unspent the next have. */
  private static Estimate mean(
      GaussianMixture2d from, GaussianMixture2d other, DoubleBinaryOperator f) {
    Estimate sum = new Estimate(0, 0, 0);
    for (int i = 0; i < from.count(); i++) {
      Gaussian2d frame = from.part(i);
      long budget = (MAX_EVALUATIONS / 2 - sum.evaluations()) / (from.count() - i);
      PlaneQuadrature quadrature =
          new PlaneQuadrature(
              new WhitenedMixture(from, frame), new WhitenedMixture(other, frame), budget);
      sum = sum.plus(quadrature.expectation(f).times(from.weight(i)));
    }
    return sum;
  }
}
