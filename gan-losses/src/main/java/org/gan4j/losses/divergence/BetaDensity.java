package org.gan4j.losses.divergence;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.special.Beta;

/** x^(a−1) (1−x)^(b−1) / B(a, b) for 0 &lt; x &lt; 1. */
final class BetaDensity extends ClosedFormDensity {
  private static final String NAME = "beta";

  private final double a;
  private final double b;
  private final double constant;

  private BetaDensity(double a, double b) {
    super(
        NAME + "(" + a + ", " + b + ")",
        new BetaDistribution(null, a, b)::cumulativeProbability,
        draws -> new BetaDistribution(new RandomBridge(draws), a, b).sample(),
        outline(a, b));
    this.a = a;
    this.b = b;
    constant = -Beta.logBeta(a, b);
  }

  static Density of(double a, double b) {
    Parameters.shape(NAME, "a", a);
    Parameters.shape(NAME, "b", b);
    return new BetaDensity(a, b);
  }

  private static Outline outline(double a, double b) {
    double lower = scale(a, b);
    double upper = scale(b, a);
    Outline.Builder outline =
        Outline.on(new Interval(0, 1))
            .distances(0, 1, Math.log(lower), SingularEnd.logMultiples(a))
            .distances(1, -1, Math.log(upper), SingularEnd.logMultiples(b))
            .points(0, lower, 1)
            .points(1, -upper, 1)
            .massOutside(SingularEnd.MASS_OUTSIDE);
    if (a > 1 && b > 1) {
      double mean = a / (a + b);
      double sd = Math.sqrt(mean * (1 - mean) / (a + b + 1));
      outline.points(mean, sd, 0).points(mean, sd, GAUSSIAN).points(mean, -sd, GAUSSIAN);
    } else {
      outline.points(0, lower, EXPONENTIAL).points(1, -upper, EXPONENTIAL);
    }
    return outline.build();
  }

  /** How far from an end of this shape the other end's power matters. */
  private static double scale(double shape, double other) {
    return Math.min(0.5, Math.max(shape, 1) / (Math.max(shape, 1) + other));
  }

  @Override
  public double logDensity(Point x) {
    return isInside(x)
        ? constant + power(a - 1, x.logDistance(0, 0)) + power(b - 1, x.logDistance(1, 0))
        : Double.NEGATIVE_INFINITY;
  }

  @Override
  public double logLocalDensity(Point x) {
    if (!isInside(x) || !(x.isBeside(0) || x.isBeside(1))) {
      return super.logLocalDensity(x);
    }
    double logX = x.logDistance(0, 0);
    double logRest = x.logDistance(1, 0);
    return x.isBeside(0)
        ? constant + a * logX + power(b - 1, logRest)
        : constant + power(a - 1, logX) + b * logRest;
  }

  private static boolean isInside(Point x) {
    return x.sideOf(0) > 0 && x.sideOf(1) < 0;
  }

  private static double power(double exponent, double logDistance) {
    return exponent == 0 ? 0 : exponent * logDistance;
  }

  @Override
  public double logSurprisal(Point x) {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public double roundoff(Point x) {
    return roundings(16 + a + b);
  }
}
