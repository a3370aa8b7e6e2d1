package org.gan4j.losses.divergence;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.special.Gamma;

/** x^(k−1) exp(−x/θ) / (Γ(k) θᵏ) for x &gt; 0, with shape k and scale θ. */
final class GammaDensity extends ClosedFormDensity {
  private static final String NAME = "gamma";

  /**
   * From this shape on the gamma function is replaced by Stirling's series, which cancels nothing.
   */
  private static final double LARGE_SHAPE = 16;

  private final double shape;
  private final double mean;
  private final double logMean;
  private final double scale;
  private final double logScale;
  private final double constant;

  private GammaDensity(double shape, double scale) {
    super(
        NAME + "(" + shape + ", " + scale + ")",
        new GammaDistribution(null, shape, scale)::cumulativeProbability,
        draws -> new GammaDistribution(new RandomBridge(draws), shape, scale).sample(),
        outline(shape, scale));
    this.shape = shape;
    this.scale = scale;
    mean = shape * scale;
    logMean = Math.log(shape) + Math.log(scale);
    logScale = Math.log(scale);
    constant =
        isLarge()
            ? 0.5 * Math.log(shape / (2 * Math.PI)) - LogDensities.stirlingError(shape)
            : -Gamma.logGamma(shape);
  }

  static Density of(double shape, double scale) {
    Parameters.shape(NAME, "shape", shape);
    Parameters.scale(NAME, "scale", scale, 1024);
    if (shape > 1) {
      Parameters.scale(NAME, "shape * scale", shape * scale, 64);
    }
    return new GammaDensity(shape, scale);
  }

  private static Outline outline(double shape, double scale) {
    Outline.Builder outline =
        Outline.on(new Interval(0, Double.POSITIVE_INFINITY))
            .distances(0, 1, Math.log(scale), SingularEnd.logMultiples(shape))
            .massOutside(SingularEnd.MASS_OUTSIDE)
            .tails(Tail.bounded(), Tail.exponential(scale));
    double mode = 0;
    if (shape > 1) {
      mode = shape * scale;
      double sd = Math.sqrt(shape) * scale;
      outline.points(mode, sd, 0).points(mode, sd, GAUSSIAN).points(mode, -sd, GAUSSIAN);
    }
    return outline.points(mode, scale, EXPONENTIAL).build();
  }

  private boolean isLarge() {
    return shape >= LARGE_SHAPE;
  }

  @Override
  public double logDensity(Point x) {
    if (x.sideOf(0) <= 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (!isLarge()) {
      double log = x.logDistance(0, logScale);
      double power = shape == 1 ? 0 : (shape - 1) * log;
      return constant + power - x.standardised(0, scale) - logScale;
    }
    return constant - shape * excess(x) - logOverMean(x) - logMean;
  }

  /** Per unit of log x: k(log x − log θ) − x/θ, or k(log(1 + t) − t), and a constant. */
  @Override
  public double logLocalDensity(Point x) {
    if (x.side() == 0 || x.sideOf(0) <= 0) {
      return logDensity(x);
    }
    double perLog =
        isLarge()
            ? -shape * excess(x)
            : shape * x.logDistance(0, logScale) - x.standardised(0, scale);
    return constant + perLog + x.logUnitOver(0);
  }

  /** t − log(1 + t) with x = mean · (1 + t). */
  private double excess(Point x) {
    double t = x.standardised(mean, mean);
    return t < Double.POSITIVE_INFINITY ? t - logOverMean(x) : t;
  }

  private double logOverMean(Point x) {
    double t = x.standardised(mean, mean);
    return t > -0.5 ? Math.log1p(t) : x.logDistance(0, logMean);
  }

  @Override
  public double logSurprisal(Point x) {
    return x.sideOf(0) > 0 ? x.logDistance(0, logScale) : Double.POSITIVE_INFINITY;
  }

  @Override
  public double roundoff(Point x) {
    double shaped = isLarge() ? Math.sqrt(shape) : Math.abs(constant);
    double scaled = (1 + Math.min(shape, LARGE_SHAPE)) * Math.abs(logScale);
    return roundings(16 + shaped + scaled);
  }
}
