package com.example;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gan4j.core.Shape;
import org.gan4j.data.Distribution;
import org.gan4j.data.LogDensity;

/**
 * Two interleaving half circles of radius 1 with Gaussian noise.
 *
 * @param sd the noise's standard deviation along each axis, above 0
 */
public record TwoMoons(double sd) implements Distribution {
  /** Checks the range. */
  public TwoMoons {
    if (!(sd > 0 && sd < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("two moons: expected a finite sd above 0, got " + sd);
    }
  }

  /** Noise of 0.1. */
  public TwoMoons() {
    this(0.1);
  }

  @Override
  public Shape sampleShape() {
    return Shape.of(2);
  }

  @Override
  public void sample(RandomGenerator draws, double[] destination) {
    boolean upper = draws.nextBoolean();
    double angle = Math.PI * draws.nextDouble();
    double x = Math.cos(angle);
    double y = Math.sin(angle);
    destination[0] = (upper ? x : 1 - x) + sd * draws.nextGaussian();
    destination[1] = (upper ? y : 0.5 - y) + sd * draws.nextGaussian();
  }

  @Override
  public Optional<LogDensity> logDensity() {
    return Optional.empty();
  }
}
