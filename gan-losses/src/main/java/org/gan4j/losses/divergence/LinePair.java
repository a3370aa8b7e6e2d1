package org.gan4j.losses.divergence;

import java.util.Optional;

/** The integrals between two densities on the line. */
final class LinePair {
  private static final double LOG_2 = Math.log(2);
  private static final double LOG_4 = Math.log(4);

  private final Density p;
  private final Density q;
  private final Quadrature quadrature;
  private final double massOutside;

  LinePair(Density p, Density q) {
    this.p = p;
    this.q = q;
    quadrature = Quadrature.over(p, q).cutWhereZero(OptimalDiscriminator.of(p, q)::logit);
    massOutside = p.outline().massOutside() + q.outline().massOutside();
  }

  Divergences divergences() {
    Optional<String> pq = Finiteness.whyInfinite("p", p.outline(), "q", q.outline());
    Optional<String> qp = Finiteness.whyInfinite("q", q.outline(), "p", p.outline());
    Estimate klPq = kl(p, q, pq);
    Estimate klQp = kl(q, p, qp);
    return new Divergences(
        klPq,
        klQp,
        jsd(),
        totalVariation(),
        optimalValue(),
        pq.or(() -> tooGreat(klPq)),
        qp.or(() -> tooGreat(klQp)));
  }

  private static Optional<String> tooGreat(Estimate kl) {
    return Double.isFinite(kl.value())
        ? Optional.empty()
        : Optional.of("its finite value exceeds the greatest double");
  }

  private Estimate kl(Density from, Density to, Optional<String> whyInfinite) {
    if (whyInfinite.isPresent()) {
      return new Estimate(Double.POSITIVE_INFINITY, 0, 0);
    }
    Integrand ratio =
        (anchor, offset) -> from.logDensity(anchor, offset) - to.logDensity(anchor, offset);
    Estimate integral = quadrature.expectationLocal(from, ratio);
    if (!Double.isFinite(integral.value())) {
      return new Estimate(Double.POSITIVE_INFINITY, 0, integral.evaluations());
    }
    double remainder = Remainder.of(from, to, ratio);
    return widened(integral, remainder).within(0, Double.POSITIVE_INFINITY);
  }

  private Estimate jsd() {
    Integrand logMean =
        (anchor, offset) ->
            LogDensities.logSum(p.logDensity(anchor, offset), q.logDensity(anchor, offset)) - LOG_2;
    Estimate fromP =
        quadrature.expectationLocal(p, (a, o) -> p.logDensity(a, o) - logMean.at(a, o));
    Estimate fromQ =
        quadrature.expectationLocal(q, (a, o) -> q.logDensity(a, o) - logMean.at(a, o));
    return widened(fromP.plus(fromQ).times(0.5), LOG_2 * massOutside).within(0, LOG_2);
  }

  private Estimate totalVariation() {
    Integrand distance =
        (anchor, offset) -> {
          double logP = p.logDensity(anchor, offset);
          double logQ = q.logDensity(anchor, offset);
          double greater = Math.max(logP, logQ);
          return greater == Double.NEGATIVE_INFINITY
              ? 0
              : Math.exp(greater) * -Math.expm1(Math.min(logP, logQ) - greater);
        };
    return widened(quadrature.integrate(distance, 2).times(0.5), massOutside).within(0, 1);
  }

  private Estimate optimalValue() {
    OptimalDiscriminator best = OptimalDiscriminator.of(p, q);
    Estimate real =
        quadrature.expectationLocal(p, (a, o) -> -LogDensities.softplus(-best.logit(a, o)));
    Estimate fake =
        quadrature.expectationLocal(q, (a, o) -> -LogDensities.softplus(best.logit(a, o)));
    return widened(real.plus(fake), LOG_2 * massOutside).within(-LOG_4, 0);
  }

  private static Estimate widened(Estimate estimate, double by) {
    return new Estimate(estimate.value(), estimate.error() + by, estimate.evaluations());
  }
}
