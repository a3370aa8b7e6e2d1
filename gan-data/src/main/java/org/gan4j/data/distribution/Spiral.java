package org.gan4j.data.distribution;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.data.Distribution;
import org.gan4j.data.LogDensity;

/**
 * Archimedean spirals from the origin with Gaussian noise: a curve instead of modes. On arm a, x =
 * radius · t · (cos, sin)(2π (turns · t + a / arms)) + sd · N(0, I), with t = √u and u uniform on
 * [0, 1), so that samples are spread almost evenly along the curve; E‖x‖² = radius² / 2 + 2 sd².
 *
 * @param arms 1 for a single spiral, 2 for two interleaved ones
 * @param turns revolutions from the origin to the end of an arm
 * @param radius the distance from the origin to the end of an arm
 * @param sd the standard deviation of the noise along each axis
 */
public record Spiral(int arms, double turns, double radius, double sd) implements Distribution {
  /**
   * Checks the ranges.
   *
   * @param arms at least 1
   * @param turns finite and above 0
   * @param radius finite and above 0
   * @param sd finite and above 0
   * @throws IllegalArgumentException if a value is out of its range
   */
  public Spiral {
    Expect.count("Spiral.arms", "arm", arms, 1);
    Expect.positive("Spiral.turns", "a finite number", turns);
    Expect.positive("Spiral.radius", "a finite number", radius);
    Expect.positive("Spiral.sd", "a finite number", sd);
  }

  @Override
  public Shape sampleShape() {
    return Shape.of(2);
  }

  @Override
  public void sample(RandomGenerator draws, double[] destination) {
    double arm = (double) draws.nextInt(arms) / arms;
    double t = Math.sqrt(draws.nextDouble());
    Polar.write(radius * t, 2 * Math.PI * (turns * t + arm), destination);
    destination[0] += sd * draws.nextGaussian();
    destination[1] += sd * draws.nextGaussian();
  }

  /** {@return empty, since the density, an integral along the curve, has no closed form} */
  @Override
  public Optional<LogDensity> logDensity() {
    return Optional.empty();
  }
}
