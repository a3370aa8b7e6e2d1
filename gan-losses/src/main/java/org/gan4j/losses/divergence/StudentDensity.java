package org.gan4j.losses.divergence;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.CauchyDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;

/** Student's t density, with Cauchy's as the one of one degree of freedom. */
final class StudentDensity extends ClosedFormDensity {
  private static final double[] MULTIPLES = {1, 2, 4, 8, 16};

  /** Logarithms of distances at which a power takes over; beyond the last nothing else is left. */
  private static final double[] LOG_DISTANCES = {7, 14, 40};

  /** Logarithms of the mass that is left outside. */
  private static final double[] LOG_MASSES = {1, 3, 7, 14, 30, 60};

  private final double dof;
  private final double centre;
  private final double width;
  private final double logWidth;
  private final double constant;

  private StudentDensity(
      String name,
      double dof,
      double centre,
      double scale,
      double constant,
      DoubleUnaryOperator cumulative,
      ToDoubleFunction<RandomGenerator> sampler) {
    super(name, cumulative, sampler, outline(dof, centre, scale));
    this.dof = dof;
    this.centre = centre;
    this.constant = constant;
    width = Math.sqrt(dof) * scale;
    logWidth = 0.5 * Math.log(dof) + Math.log(scale);
  }

  static Density student(double dof, double mean, double scale) {
    Parameters.shape("student", "dof", dof);
    Parameters.location("student", "mean", mean);
    Parameters.scale("student", "scale", scale, 64);
    Parameters.scale("student", "sqrt(dof) * scale", Math.sqrt(dof) * scale, 64);
    RealDistribution standard = new TDistribution(null, dof);
    return new StudentDensity(
        "student(" + dof + ", " + mean + ", " + scale + ")",
        dof,
        mean,
        scale,
        -Beta.logBeta(0.5 * dof, 0.5),
        x -> standard.cumulativeProbability((x - mean) / scale),
        draws -> {
          double chiSquared = new GammaDistribution(new RandomBridge(draws), 0.5 * dof, 2).sample();
          return mean + scale * draws.nextGaussian() / Math.sqrt(chiSquared / dof);
        });
  }

  static Density cauchy(double median, double scale) {
    Parameters.location("cauchy", "median", median);
    Parameters.scale("cauchy", "scale", scale, 64);
    return new StudentDensity(
        "cauchy(" + median + ", " + scale + ")",
        1,
        median,
        scale,
        -Math.log(Math.PI),
        new CauchyDistribution(null, median, scale)::cumulativeProbability,
        draws -> median + scale * Math.tan(Math.PI * (draws.nextDouble() - 0.5)));
  }

  /** The core is narrow below one degree of freedom; beyond z the mass is (1 + z²/ν)^(−ν/2). */
  private static Outline outline(double dof, double centre, double scale) {
    double width = Math.sqrt(dof) * scale;
    double core = Math.min(scale, width);
    double[] distances =
        DoubleStream.concat(
                DoubleStream.of(LOG_DISTANCES),
                DoubleStream.of(LOG_MASSES)
                    .map(logMass -> logMass / dof)
                    .filter(log -> log > LOG_DISTANCES[LOG_DISTANCES.length - 1]))
            .toArray();
    return Outline.on(Interval.LINE)
        .points(centre, core, 0)
        .points(centre, core, MULTIPLES)
        .points(centre, -core, MULTIPLES)
        .distances(centre, 1, Math.log(width), distances)
        .distances(centre, -1, Math.log(width), distances)
        .tails(Tail.power(dof), Tail.power(dof))
        .massOutside(2 * Math.exp(-LOG_MASSES[LOG_MASSES.length - 1]))
        .build();
  }

  @Override
  public double logDensity(Point x) {
    double z = x.standardised(centre, width);
    double square = Math.abs(z) <= 1 ? Math.log1p(z * z) : logOnePlusSquare(logDistance(x));
    return constant - logWidth - 0.5 * (dof + 1) * square;
  }

  /** Per unit of log|z| it is z^−ν far out and |z| next to the centre, but for what is near 1. */
  @Override
  public double logLocalDensity(Point x) {
    double log = logDistance(x);
    if (x.side() == 0 || (log < 0 && !x.isBeside(centre))) {
      return super.logLocalDensity(x);
    }
    double rest = 0.5 * (dof + 1) * Math.log1p(Math.exp(-2 * Math.abs(log)));
    return constant - (log > 0 ? dof * log : -log) - rest + x.logUnitOver(centre);
  }

  private double logDistance(Point x) {
    return x.logDistance(centre, logWidth);
  }

  private static double logOnePlusSquare(double log) {
    return 2 * log + Math.log1p(Math.exp(-2 * log));
  }

  @Override
  public double roundoff(Point x) {
    return roundings(16 + Math.abs(constant) + Math.abs(logWidth));
  }
}
