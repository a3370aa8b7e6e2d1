package org.gan4j.losses.divergence;

/** The integral of KL(p‖q) on the line, for a pair whose supports and tails leave it finite. */
final class LineKl {
  /** What an integral that is too great for doubles leaves out of its exponent at a second try. */
  private static final double EXPONENT = 256 * Math.log(2);

  /** A relative error at which there is no doubt that a value is beyond doubles. */
  private static final double RELIABLE = 1e-6;

  /** The logarithm of a mass that counts as none. */
  private static final double LOG_LITTLE = -40;

  private final Density p;
  private final Density q;
  private final Partition partition;
  private final Quadrature quadrature;

  /** The quadrature is over the partition's panels, which may have been cut further. */
  LineKl(Density p, Density q, Partition partition, Quadrature quadrature) {
    this.p = p;
    this.q = q;
    this.partition = partition;
    this.quadrature = quadrature;
  }

  /** The integral with a bound on its error, or what is beyond doubles. */
  Estimate estimate() {
    Reach reach = reach();
    Quadrature whole = quadrature.with(reach.panels());
    Estimate sum = whole.sum(x -> term(x, 0)).widened(reach.remainder());
    return Double.isFinite(sum.value()) && Double.isFinite(sum.error()) ? sum : scaled(whole);
  }

  private Reach reach() {
    Outline from = p.outline();
    Outline to = q.outline();
    double rate =
        Math.min(
            from.lowerTail().rateAgainst(to.lowerTail()),
            from.upperTail().rateAgainst(to.upperTail()));
    return new Reach(partition.openEnds(), this::logSize, Math.min(1, rate));
  }

  /** The same integral where it, or the bound on its error, exceeds or may exceed all doubles. */
  private Estimate scaled(Quadrature whole) {
    Estimate little = whole.sum(x -> term(x, EXPONENT));
    if (Double.isNaN(little.value())) {
      throw new IllegalStateException(
          "KL: expected numbers from the log-densities of %s and %s, got NaN; correct them"
              .formatted(p, q));
    }
    Estimate sum = little.times(Math.exp(EXPONENT));
    if (Double.isFinite(sum.value()) && Double.isFinite(sum.error())) {
      return sum;
    }
    if (Double.isFinite(little.value()) && little.error() > RELIABLE * little.value()) {
      throw new IllegalArgumentException(
          "KL: expected an integral that can be found to 1e-6, got %s times 2^256 from %s and %s"
              .formatted(little, p, q));
    }
    return Estimate.tooGreat(sum.evaluations());
  }

  private Term term(Point x, double exponent) {
    double logP = p.logLocalDensity(x);
    if (logP == Double.NEGATIVE_INFINITY) {
      return Term.ZERO;
    }
    double logQ = q.logLocalDensity(x);
    if (logQ > Double.NEGATIVE_INFINITY) {
      return new Term(logP - exponent, logP - logQ, 1, noise(logP, logQ));
    }
    double surprisal = logSurprisal(x);
    return new Term(logP + surprisal - exponent, 1, 1, noise(logP, surprisal));
  }

  /** Of a sum of two logarithms, which may cancel. */
  private static double noise(double logP, double other) {
    return Term.PER_LOG * (Math.abs(logP) + Math.abs(other));
  }

  /** log(−log q) where log q overflows; negative infinity for a point that rounding moved out. */
  private double logSurprisal(Point x) {
    if (!q.outline().contains(x)) {
      return Double.NEGATIVE_INFINITY;
    }
    double surprisal = q.logSurprisal(x);
    if (Double.isNaN(surprisal)) {
      throw new IllegalStateException(
          "KL: expected logSurprisal of %s at %s, where its log-density overflows, got NaN;"
                  .formatted(q, x)
              + " override it");
    }
    return surprisal;
  }

  /** log of p (|log p| + |log q|), per unit of the coordinate: it has no zeros to stumble over. */
  private double logSize(Point x) {
    double logP = p.logLocalDensity(x);
    if (logP == Double.NEGATIVE_INFINITY) {
      return logP;
    }
    double logQ = q.logLocalDensity(x);
    return logP
        + (logQ > Double.NEGATIVE_INFINITY
            ? Math.log(Math.abs(logP) + Math.abs(logQ))
            : logSurprisal(x));
  }

  /** The greatest |log(p/q)| among the ends of panels next to which p has a mass to speak of. */
  double greatestRatio() {
    double greatest = 0;
    for (QuadraturePanel panel : partition.panels()) {
      Point x = panel.at(panel.upper());
      double logP = p.logLocalDensity(x);
      double ratio = Math.abs(logP - q.logLocalDensity(x));
      if (logP + Math.log(panel.width()) > LOG_LITTLE && ratio < Double.POSITIVE_INFINITY) {
        greatest = Math.max(greatest, ratio);
      }
    }
    return greatest;
  }
}
