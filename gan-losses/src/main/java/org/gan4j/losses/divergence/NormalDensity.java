package org.gan4j.losses.divergence;

import org.apache.commons.math3.distribution.NormalDistribution;

/** N(mean, sd²). */
final class NormalDensity extends ClosedFormDensity {
  private static final String NAME = "normal";

  private final double mean;
  private final double sd;
  private final double logSd;
  private final double constant;

  private NormalDensity(double mean, double sd) {
    super(
        NAME + "(" + mean + ", " + sd + ")",
        new NormalDistribution(null, mean, sd)::cumulativeProbability,
        draws -> mean + sd * draws.nextGaussian(),
        Outline.on(Interval.LINE)
            .points(mean, sd, 0)
            .points(mean, sd, GAUSSIAN)
            .points(mean, -sd, GAUSSIAN)
            .tails(Tail.gaussian(sd), Tail.gaussian(sd))
            .build());
    this.mean = mean;
    this.sd = sd;
    logSd = Math.log(sd);
    constant = -logSd - 0.5 * Math.log(2 * Math.PI);
  }

  static Density of(double mean, double sd) {
    Parameters.location(NAME, "mean", mean);
    Parameters.scale(NAME, "sd", sd, 64);
    return new NormalDensity(mean, sd);
  }

  @Override
  public double logDensity(Point x) {
    double z = x.standardised(mean, sd);
    return constant - 0.5 * z * z;
  }

  @Override
  public double logSurprisal(Point x) {
    return 2 * x.logDistance(mean, logSd) - Math.log(2);
  }

  @Override
  public double roundoff(Point x) {
    return roundings(16 + Math.abs(logSd));
  }
}
