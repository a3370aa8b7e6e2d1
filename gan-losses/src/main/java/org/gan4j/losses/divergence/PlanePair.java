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
    PlaneQuadrature.Function ratio =
        new PlaneQuadrature.Function((own, other) -> own - other, false);
    PlaneQuadrature.Function toMean =
        bounded((own, other) -> own - (LogDensities.logSum(own, other) - LOG_2));
    PlaneQuadrature.Function value = bounded((own, other) -> -LogDensities.softplus(other - own));
    PlaneQuadrature.Function excess =
        bounded((own, other) -> Math.max(0, -Math.expm1(other - own)));
    return Consistency.enforce(
        new Divergences(
            mean(p, q, ratio),
            mean(q, p, ratio),
            mean(p, q, toMean).plus(mean(q, p, toMean)).times(0.5),
            mean(p, q, excess).plus(mean(q, p, excess)).times(0.5),
            mean(p, q, value).plus(mean(q, p, value)),
            Optional.empty(),
            Optional.empty()));
  }

  private static PlaneQuadrature.Function bounded(DoubleBinaryOperator function) {
    return new PlaneQuadrature.Function(function, true);
  }

  /** The mean over the first mixture, part by part; what one part leaves unspent the next have. */
  private static Estimate mean(
      GaussianMixture2d from, GaussianMixture2d other, PlaneQuadrature.Function f) {
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
