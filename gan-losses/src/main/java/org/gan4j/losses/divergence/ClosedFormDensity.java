package org.gan4j.losses.divergence;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** A density by formula: what is left to say is its logarithm. */
abstract class ClosedFormDensity implements Density {
  /** Normal: 39 standard deviations out, the density underflows. */
  static final double[] GAUSSIAN = {1, 2, 4, 8, 14, 39};

  /** Exponential tails: exp(−760) underflows. */
  static final double[] EXPONENTIAL = {1, 2, 4, 8, 16, 32, 64, 200, 760};

  private final String name;
  private final DoubleUnaryOperator cumulative;
  private final ToDoubleFunction<RandomGenerator> sampler;
  private final Outline outline;

  ClosedFormDensity(
      String name,
      DoubleUnaryOperator cumulative,
      ToDoubleFunction<RandomGenerator> sampler,
      Outline outline) {
    this.name = name;
    this.cumulative = cumulative;
    this.sampler = sampler;
    this.outline = outline;
  }

  /** The relative rounding error of so many roundings. */
  static double roundings(double count) {
    return count * Math.ulp(1.0);
  }

  @Override
  public final double cumulative(double x) {
    return cumulative.applyAsDouble(x);
  }

  @Override
  public final double sample(RandomGenerator draws) {
    return sampler.applyAsDouble(draws);
  }

  @Override
  public final Outline outline() {
    return outline;
  }

  @Override
  public final String toString() {
    return name;
  }
}
