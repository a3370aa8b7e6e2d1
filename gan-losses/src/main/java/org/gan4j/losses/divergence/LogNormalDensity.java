package org.gan4j.losses.divergence;

import org.apache.commons.math3.distribution.LogNormalDistribution;

/** The density of exp(Z), Z ~ N(mean, sd²): in the coordinate log x, that of Z. */
final class LogNormalDensity extends ClosedFormDensity {
  private static final String NAME = "lognormal";

  private final double mean;
  private final double sd;
  private final double constant;

  private LogNormalDensity(double mean, double sd) {
    super(
        NAME + "(" + mean + ", " + sd + ")",
        new LogNormalDistribution(null, mean, sd)::cumulativeProbability,
        draws -> Math.exp(mean + sd * draws.nextGaussian()),
        outline(mean, sd));
    this.mean = mean;
    this.sd = sd;
    constant = -Math.log(sd) - 0.5 * Math.log(2 * Math.PI);
  }

  static Density of(double mean, double sd) {
    Parameters.location(NAME, "mean", mean);
    Parameters.scale(NAME, "sd", sd, 64);
    return new LogNormalDensity(mean, sd);
  }

  private static Outline outline(double mean, double sd) {
    Outline.Builder outline =
        Outline.on(new Interval(0, Double.POSITIVE_INFINITY)).distances(0, 1, mean, 0);
    for (double multiple : GAUSSIAN) {
      outline.distances(0, 1, mean, -multiple * sd, multiple * sd);
    }
    return outline.tails(Tail.bounded(), Tail.logNormal(sd)).build();
  }

  @Override
  public double logDensity(Point x) {
    return x.sideOf(0) > 0
        ? logNormal(standardised(x)) - x.logDistance(0, 0)
        : Double.NEGATIVE_INFINITY;
  }

  @Override
  public double logLocalDensity(Point x) {
    return x.side() == 0 || x.sideOf(0) <= 0
        ? logDensity(x)
        : logNormal(standardised(x)) + x.logUnitOver(0);
  }

  private double logNormal(double z) {
    return constant - 0.5 * z * z;
  }

  private double standardised(Point x) {
    return x.logDistance(0, mean) / sd;
  }

  @Override
  public double logSurprisal(Point x) {
    return x.sideOf(0) > 0
        ? 2 * Math.log(Math.abs(standardised(x))) - Math.log(2)
        : Double.POSITIVE_INFINITY;
  }

  /** A logarithm that has to be taken first is rounded before the mean is subtracted. */
  @Override
  public double roundoff(Point x) {
    double own = 16 + Math.abs(constant);
    return roundings(x.isBeside(0) ? own : own + (1 + Math.abs(mean)) * (4 + 4 / sd));
  }
}
