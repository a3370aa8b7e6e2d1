package org.gan4j.losses.divergence;

import java.util.List;
import java.util.Optional;

/** The integrals between two densities on the line. */
final class LinePair {
  private static final double LOG_2 = Math.log(2);

  /** A mass further from 1 than this is no matter of rounding. */
  private static final double MASS_TOLERANCE = 1e-6;

  private final Density p;
  private final Density q;
  private final Partition partition;
  private final Quadrature quadrature;

  LinePair(Density p, Density q) {
    this.p = p;
    this.q = q;
    partition = Outline.union(List.of(p.outline(), q.outline())).partition();
    quadrature =
        Quadrature.over(partition.panels(), p, q)
            .cutWhereZero(OptimalDiscriminator.of(p, q)::logit);
  }

  /** Mass that breakpoints leave out, as an outline says, and mass that the panels fail to find. */
  private record Missing(double outside, double unexplained) {
    double sum() {
      return outside + unexplained;
    }
  }

  Divergences divergences() {
    Missing missingP = missing("p", p);
    Missing missingQ = missing("q", q);
    double missing = missingP.sum() + missingQ.sum();
    Optional<String> pq = Finiteness.whyInfinite("p", p.outline(), "q", q.outline());
    Optional<String> qp = Finiteness.whyInfinite("q", q.outline(), "p", p.outline());
    return Consistency.enforce(
        new Divergences(
            kl(p, q, pq, missingP),
            kl(q, p, qp, missingQ),
            jsd().widened(LOG_2 * missing),
            totalVariation().widened(missing),
            optimalValue().widened(2 * LOG_2 * missing),
            pq,
            qp));
  }

  private Missing missing(String name, Density density) {
    Estimate mass = quadrature.sum(x -> Term.of(density.logLocalDensity(x), 1));
    double outside = density.outline().massOutside();
    double gap = Math.abs(mass.value() - 1);
    if (!(gap <= MASS_TOLERANCE)) {
      throw new IllegalArgumentException(
          ("%s: expected a mass of 1 within the outline, got %s for %s; normalise the density, and"
                  + " let its outline tell of every spike")
              .formatted(name, mass.value(), density));
    }
    return new Missing(outside, Math.max(0, gap - mass.error() - outside));
  }

  private Estimate kl(Density from, Density to, Optional<String> whyInfinite, Missing missing) {
    if (whyInfinite.isPresent()) {
      return new Estimate(Double.POSITIVE_INFINITY, 0, 0);
    }
    LineKl kl = new LineKl(from, to, partition, quadrature);
    Estimate estimate = kl.estimate();
    return missing.unexplained() > 0
        ? estimate.widened(missing.unexplained() * kl.greatestRatio())
        : estimate;
  }

  private Estimate jsd() {
    return toMean(p, q).plus(toMean(q, p)).times(0.5);
  }

  /** The mean of log(from/m) with m = (p + q)/2. */
  private Estimate toMean(Density from, Density other) {
    return quadrature.sum(
        x -> {
          double own = from.logLocalDensity(x);
          double logMean = LogDensities.logSum(own, other.logLocalDensity(x)) - LOG_2;
          return own == Double.NEGATIVE_INFINITY ? Term.ZERO : Term.ofDensities(own, own - logMean);
        });
  }

  private Estimate totalVariation() {
    return quadrature
        .sum(
            x -> {
              double logP = p.logLocalDensity(x);
              double logQ = q.logLocalDensity(x);
              double greater = Math.max(logP, logQ);
              return greater == Double.NEGATIVE_INFINITY
                  ? Term.ZERO
                  : Term.ofDensities(greater, -Math.expm1(Math.min(logP, logQ) - greater));
            })
        .times(0.5);
  }

  private Estimate optimalValue() {
    return logDiscriminator(p, q).plus(logDiscriminator(q, p));
  }

  /** The mean of log D*, or from the other side of log(1 − D*). */
  private Estimate logDiscriminator(Density from, Density other) {
    return quadrature.sum(
        x -> {
          double own = from.logLocalDensity(x);
          return own == Double.NEGATIVE_INFINITY
              ? Term.ZERO
              : Term.ofDensities(own, -LogDensities.softplus(other.logLocalDensity(x) - own));
        });
  }
}
