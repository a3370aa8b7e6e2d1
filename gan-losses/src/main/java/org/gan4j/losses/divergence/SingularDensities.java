package org.gan4j.losses.divergence;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/** Densities that behave like a power of the distance from an end of their support. */
final class SingularDensities {
  /** Distances from a singular end, in units of the density's width. */
  private static final double[] SINGULAR = {1e-290, 1e-100, 1e-30, 1e-12, 1e-6, 1e-3, 0.05, 0.3};

  /**
   * From this shape on the gamma function is replaced by Stirling's series, which cancels nothing.
   */
  private static final double LARGE_SHAPE = 16;

  private SingularDensities() {}

  static Density gamma(double shape, double scale) {
    Parameters.positive("gamma", "shape", shape);
    Parameters.positive("gamma", "scale", scale);
    double mean = shape * scale;
    double sd = Math.sqrt(shape) * scale;
    return new ClosedForm(
        "gamma(" + shape + ", " + scale + ")",
        shape < LARGE_SHAPE ? smallShape(shape, scale) : largeShape(shape, scale),
        new GammaDistribution(null, shape, scale)::cumulativeProbability,
        draws -> new GammaDistribution(new RandomBridge(draws), shape, scale).sample(),
        Outline.on(new Interval(0, Double.POSITIVE_INFINITY))
            .points(0, Math.min(mean, scale), SINGULAR)
            .points(mean, sd, 0)
            .points(mean, sd, Densities.GAUSSIAN)
            .points(mean, -sd, Densities.GAUSSIAN)
            .points(mean, scale, Densities.EXPONENTIAL)
            .centre(0)
            .tails(Tail.bounded(), Tail.exponential(scale))
            .roundoff(Outline.ROUNDOFF * (1 + Math.sqrt(shape) / 16))
            .build());
  }

  private static Integrand smallShape(double shape, double scale) {
    double constant = -Gamma.logGamma(shape) - Math.log(scale);
    return (anchor, offset) -> {
      double x = (anchor + offset) / scale;
      return x > 0 ? constant + (shape - 1) * Math.log(x) - x : Double.NEGATIVE_INFINITY;
    };
  }

  /** Relative to the mean, as x = kθ(1 + t): −k(t − log(1 + t)) − log(1 + t) and a constant. */
  private static Integrand largeShape(double shape, double scale) {
    double mean = shape * scale;
    double constant =
        0.5 * Math.log(shape / (2 * Math.PI)) - LogDensities.stirlingError(shape) - Math.log(mean);
    return (anchor, offset) -> {
      if (anchor + offset <= 0) {
        return Double.NEGATIVE_INFINITY;
      }
      double t = ((anchor - mean) + offset) / mean;
      double log = t > -0.5 ? Math.log1p(t) : Math.log((anchor + offset) / mean);
      return constant - shape * (t - log) - log;
    };
  }

  static Density beta(double a, double b) {
    Parameters.positive("beta", "a", a);
    Parameters.positive("beta", "b", b);
    double constant = -Beta.logBeta(a, b);
    double mean = a / (a + b);
    double sd = Math.sqrt(mean * (1 - mean) / (a + b + 1));
    return new ClosedForm(
        "beta(" + a + ", " + b + ")",
        (anchor, offset) -> {
          double x = anchor + offset;
          double rest = (1 - anchor) - offset;
          return x > 0 && rest > 0
              ? constant + power(a - 1, x) + power(b - 1, rest)
              : Double.NEGATIVE_INFINITY;
        },
        new BetaDistribution(null, a, b)::cumulativeProbability,
        draws -> new BetaDistribution(new RandomBridge(draws), a, b).sample(),
        Outline.on(new Interval(0, 1))
            .points(0, Math.min(mean, 0.5), SINGULAR)
            .points(1, -Math.min(1 - mean, 0.5), SINGULAR)
            .points(mean, sd, 0)
            .points(mean, sd, Densities.GAUSSIAN)
            .points(mean, -sd, Densities.GAUSSIAN)
            .centre(0)
            .centre(1)
            .roundoff(Outline.ROUNDOFF * (1 + (a + b) / 16))
            .build());
  }

  private static double power(double exponent, double x) {
    return exponent == 0 ? 0 : exponent * Math.log(x);
  }

  static Density logNormal(double mean, double sd) {
    Parameters.location("lognormal", "mean", mean);
    Parameters.positive("lognormal", "sd", sd);
    double constant = -Math.log(sd) - 0.5 * Math.log(2 * Math.PI);
    Outline.Builder outline = Outline.on(new Interval(0, Double.POSITIVE_INFINITY)).centre(0);
    for (double multiple : Densities.GAUSSIAN) {
      for (int side = -1; side <= 1; side++) {
        double logarithm = mean + side * multiple * sd;
        outline.points(0, Math.exp(Math.min(Math.max(logarithm, -690), 690)), 1);
      }
    }
    return new ClosedForm(
        "lognormal(" + mean + ", " + sd + ")",
        (anchor, offset) -> {
          double x = anchor + offset;
          if (x <= 0) {
            return Double.NEGATIVE_INFINITY;
          }
          double z = (Math.log(x) - mean) / sd;
          return constant - 0.5 * z * z - Math.log(x);
        },
        new LogNormalDistribution(null, mean, sd)::cumulativeProbability,
        draws -> Math.exp(mean + sd * draws.nextGaussian()),
        outline.tails(Tail.bounded(), Tail.logNormal(sd)).build());
  }
}
