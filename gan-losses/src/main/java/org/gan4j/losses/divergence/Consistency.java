package org.gan4j.losses.divergence;

/**
 * What must hold between the numbers of one pair, whatever the pair. Where they contradict each
 * other by more than their errors, at least one of these errors was too small, and nobody knows
 * whose: all that take part are widened until the contradiction is gone.
 */
final class Consistency {
  private static final double LOG_2 = Math.log(2);
  private static final double LOG_4 = Math.log(4);

  private double klPq;
  private double klQp;
  private double jsd;
  private double totalVariation;
  private double optimalValue;

  private Consistency() {}

  /** The divergences with errors within which no bound between them is violated. */
  static Divergences enforce(Divergences found) {
    Consistency widening = new Consistency();
    widening.identity(found);
    widening.boundsOnJsd(found);
    widening.klPq = widening.boundOnKl(found.klPq(), found.totalVariation());
    widening.klQp = widening.boundOnKl(found.klQp(), found.totalVariation());
    return widening.applyTo(found);
  }

  /** V = 2 JSD − log 4. */
  private void identity(Divergences found) {
    Estimate twice = found.jsd().times(2);
    double gap = Math.abs(found.optimalValue().value() - (twice.value() - LOG_4));
    double excess = gap - found.optimalValue().error() - twice.error();
    violated(excess, 0);
  }

  /**
   * ½[(1+t) log(1+t) + (1−t) log(1−t)] ≤ JSD ≤ t log 2 with t = TV. The lower bound is convex with
   * a second derivative of at least 1, so that it falls by δ within √(2δ).
   */
  private void boundsOnJsd(Divergences found) {
    Estimate jsd = found.jsd();
    Estimate variation = found.totalVariation();
    double least = leastJsd(Math.max(0, variation.value() - variation.error()));
    double shortfall = least - (jsd.value() + jsd.error());
    violated(shortfall, Math.sqrt(2 * Math.max(0, shortfall)));
    double most = LOG_2 * (variation.value() + variation.error());
    double excess = jsd.value() - jsd.error() - most;
    violated(excess, excess / LOG_2);
  }

  private static double leastJsd(double t) {
    double upper = (1 + t) * Math.log1p(t);
    return 0.5 * (t < 1 ? upper + (1 - t) * Math.log1p(-t) : upper);
  }

  private void violated(double byJsd, double byTotalVariation) {
    if (byJsd > 0) {
      jsd += byJsd;
      optimalValue += 2 * byJsd;
      totalVariation += byTotalVariation;
    }
  }

  /**
   * KL ≥ −log(1 − t²), which falls by δ within √δ.
   *
   * @paper Bretagnolle and Huber, Séminaire de Probabilités XII, 1978
   */
  private double boundOnKl(Estimate kl, Estimate variation) {
    double t = Math.min(1, Math.max(0, variation.value() - variation.error()));
    double shortfall = -Math.log1p(-t * t) - (kl.value() + kl.error());
    if (!(shortfall > 0)) {
      return 0;
    }
    totalVariation += Math.sqrt(shortfall);
    return shortfall;
  }

  private Divergences applyTo(Divergences found) {
    return new Divergences(
        found.klPq().widened(klPq).within(0, Double.POSITIVE_INFINITY),
        found.klQp().widened(klQp).within(0, Double.POSITIVE_INFINITY),
        found.jsd().widened(jsd).within(0, LOG_2),
        found.totalVariation().widened(totalVariation).within(0, 1),
        found.optimalValue().widened(optimalValue).within(-LOG_4, 0),
        found.whyKlPqInfinite(),
        found.whyKlQpInfinite());
  }
}
