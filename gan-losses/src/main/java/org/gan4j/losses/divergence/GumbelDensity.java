package org.gan4j.losses.divergence;

import org.apache.commons.math3.distribution.GumbelDistribution;

/** exp(−z − exp(−z))/scale with z = (x − mode)/scale. */
final class GumbelDensity extends ClosedFormDensity {
  private static final String NAME = "gumbel";

  private final double mode;
  private final double scale;
  private final double logScale;

  private GumbelDensity(double mode, double scale) {
    super(
        NAME + "(" + mode + ", " + scale + ")",
        new GumbelDistribution(null, mode, scale)::cumulativeProbability,
        draws -> mode - scale * Math.log(draws.nextExponential()),
        Outline.on(Interval.LINE)
            .points(mode, scale, -7, -5, -4, -3, -2, -1, 0)
            .points(mode, scale, EXPONENTIAL)
            .tails(Tail.doubleExponential(scale), Tail.exponential(scale))
            .build());
    this.mode = mode;
    this.scale = scale;
    logScale = Math.log(scale);
  }

  static Density of(double mode, double scale) {
    Parameters.location(NAME, "mode", mode);
    Parameters.scale(NAME, "scale", scale, 1024);
    return new GumbelDensity(mode, scale);
  }

  @Override
  public double logDensity(Point x) {
    double z = x.standardised(mode, scale);
    double fall = Math.exp(-z);
    return fall < Double.POSITIVE_INFINITY ? -logScale - z - fall : Double.NEGATIVE_INFINITY;
  }

  /** On the left −log f is exp(−z), up to what no double can show. */
  @Override
  public double logSurprisal(Point x) {
    double z = x.standardised(mode, scale);
    return z < 0 ? -z : x.logDistance(mode, logScale);
  }

  @Override
  public double roundoff(Point x) {
    return roundings(16 + Math.abs(logScale));
  }
}
