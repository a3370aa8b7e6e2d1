package org.gan4j.losses.divergence;

import org.apache.commons.math3.distribution.ExponentialDistribution;

/** exp(−x/mean)/mean for x ≥ 0. */
final class ExponentialDensity extends ClosedFormDensity {
  private static final String NAME = "exponential";

  private final double mean;
  private final double logMean;

  private ExponentialDensity(double mean) {
    super(
        NAME + "(" + mean + ")",
        new ExponentialDistribution(null, mean)::cumulativeProbability,
        draws -> mean * draws.nextExponential(),
        Outline.on(new Interval(0, Double.POSITIVE_INFINITY))
            .points(0, mean, EXPONENTIAL)
            .tails(Tail.bounded(), Tail.exponential(mean))
            .build());
    this.mean = mean;
    logMean = Math.log(mean);
  }

  static Density of(double mean) {
    Parameters.scale(NAME, "mean", mean, 1024);
    return new ExponentialDensity(mean);
  }

  @Override
  public double logDensity(Point x) {
    return x.sideOf(0) < 0 ? Double.NEGATIVE_INFINITY : -logMean - x.standardised(0, mean);
  }

  @Override
  public double logSurprisal(Point x) {
    return x.sideOf(0) < 0 ? Double.POSITIVE_INFINITY : x.logDistance(0, logMean);
  }

  @Override
  public double roundoff(Point x) {
    return roundings(16 + Math.abs(logMean));
  }
}
