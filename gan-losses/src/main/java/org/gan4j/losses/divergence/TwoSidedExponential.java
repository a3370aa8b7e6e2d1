package org.gan4j.losses.divergence;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.LaplaceDistribution;
import org.apache.commons.math3.distribution.LogisticDistribution;
import org.apache.commons.math3.distribution.RealDistribution;

/** A density of |z| = |x − mean|/scale that falls like exp(−|z|): Laplace's and the logistic. */
final class TwoSidedExponential extends ClosedFormDensity {
  private final double mean;
  private final double scale;
  private final double logScale;

  /** The logarithm of the density of |z|. */
  private final DoubleUnaryOperator logStandard;

  private TwoSidedExponential(
      String name,
      double mean,
      double scale,
      DoubleUnaryOperator logStandard,
      RealDistribution distribution,
      ToDoubleFunction<RandomGenerator> sampler) {
    super(
        name + "(" + mean + ", " + scale + ")",
        distribution::cumulativeProbability,
        sampler,
        Outline.on(Interval.LINE)
            .points(mean, scale, 0)
            .points(mean, scale, EXPONENTIAL)
            .points(mean, -scale, EXPONENTIAL)
            .tails(Tail.exponential(scale), Tail.exponential(scale))
            .build());
    this.mean = mean;
    this.scale = scale;
    this.logStandard = logStandard;
    logScale = Math.log(scale);
  }

  static Density laplace(double mean, double scale) {
    check("laplace", mean, scale);
    return new TwoSidedExponential(
        "laplace",
        mean,
        scale,
        z -> -Math.log(2) - z,
        new LaplaceDistribution(null, mean, scale),
        draws -> mean + scale * draws.nextExponential() * (draws.nextBoolean() ? 1 : -1));
  }

  static Density logistic(double mean, double scale) {
    check("logistic", mean, scale);
    RealDistribution distribution = new LogisticDistribution(null, mean, scale);
    return new TwoSidedExponential(
        "logistic",
        mean,
        scale,
        z -> -z - 2 * Math.log1p(Math.exp(-z)),
        distribution,
        draws -> distribution.inverseCumulativeProbability(draws.nextDouble()));
  }

  private static void check(String name, double mean, double scale) {
    Parameters.location(name, "mean", mean);
    Parameters.scale(name, "scale", scale, 1024);
  }

  @Override
  public double logDensity(Point x) {
    return logStandard.applyAsDouble(Math.abs(x.standardised(mean, scale))) - logScale;
  }

  @Override
  public double logSurprisal(Point x) {
    return x.logDistance(mean, logScale);
  }

  @Override
  public double roundoff(Point x) {
    return roundings(16 + Math.abs(logScale));
  }
}
