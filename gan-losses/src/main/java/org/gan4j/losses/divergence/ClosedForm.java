package org.gan4j.losses.divergence;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** A density by formula. */
final class ClosedForm implements Density {
  private final String name;
  private final Integrand logDensity;
  private final DoubleUnaryOperator cumulative;
  private final ToDoubleFunction<RandomGenerator> sampler;
  private final Outline outline;

  ClosedForm(
      String name,
      Integrand logDensity,
      DoubleUnaryOperator cumulative,
      ToDoubleFunction<RandomGenerator> sampler,
      Outline outline) {
    this.name = name;
    this.logDensity = logDensity;
    this.cumulative = cumulative;
    this.sampler = sampler;
    this.outline = outline;
  }

  @Override
  public double logDensity(double anchor, double offset) {
    return logDensity.at(anchor, offset);
  }

  @Override
  public double cumulative(double x) {
    return cumulative.applyAsDouble(x);
  }

  @Override
  public double sample(RandomGenerator draws) {
    return sampler.applyAsDouble(draws);
  }

  @Override
  public Outline outline() {
    return outline;
  }

  @Override
  public String toString() {
    return name;
  }
}
