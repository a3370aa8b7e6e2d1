package org.gan4j.data.distribution;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.data.Distribution;
import org.gan4j.data.LogDensity;

/**
 * The normal distribution on the line, log p(x) = −(x − mean)² / (2 sd²) − log sd − ½ log 2π.
 *
 * @param mean the mean
 * @param sd the standard deviation
 */
public record Gaussian(double mean, double sd) implements Distribution {
  static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  /**
   * Checks the ranges.
   *
   * @param mean finite
   * @param sd finite and above 0
   * @throws IllegalArgumentException if a value is out of its range
   */
  public Gaussian {
    Expect.finite("Gaussian.mean", "a finite number", mean);
    Expect.positive("Gaussian.sd", "a finite number", sd);
  }

  @Override
  public Shape sampleShape() {
    return Shape.of(1);
  }

  @Override
  public void sample(RandomGenerator draws, double[] destination) {
    destination[0] = mean + sd * draws.nextGaussian();
  }

  @Override
  public Optional<LogDensity> logDensity() {
    return Optional.of(point -> logDensity(point[0]));
  }

  /** {@return log p(x) in nats} */
  double logDensity(double x) {
    double z = (x - mean) / sd;
    return -0.5 * z * z - Math.log(sd) - HALF_LOG_TWO_PI;
  }
}
