package org.gan4j.losses.divergence;

import org.apache.commons.math3.distribution.UniformRealDistribution;

/** The density 1/(upper − lower) between two points. */
final class UniformDensity extends ClosedFormDensity {
  private static final String NAME = "uniform";

  private final double lower;
  private final double upper;
  private final double height;

  private UniformDensity(double lower, double upper) {
    super(
        NAME + "(" + lower + ", " + upper + ")",
        new UniformRealDistribution(null, lower, upper)::cumulativeProbability,
        draws -> lower + (upper - lower) * draws.nextDouble(),
        Outline.on(new Interval(lower, upper)).build());
    this.lower = lower;
    this.upper = upper;
    height = -Math.log(upper - lower);
  }

  static Density of(double lower, double upper) {
    Parameters.location(NAME, "a", lower);
    Parameters.location(NAME, "b", upper);
    if (!(lower < upper)) {
      throw new IllegalArgumentException(NAME + ": expected a < b, got " + lower + " and " + upper);
    }
    Parameters.scale(NAME, "b - a", upper - lower, 0.5);
    return new UniformDensity(lower, upper);
  }

  @Override
  public double logDensity(Point x) {
    return x.sideOf(lower) >= 0 && x.sideOf(upper) <= 0 ? height : Double.NEGATIVE_INFINITY;
  }

  @Override
  public double logSurprisal(Point x) {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public double roundoff(Point x) {
    return roundings(16 + Math.abs(height));
  }
}
