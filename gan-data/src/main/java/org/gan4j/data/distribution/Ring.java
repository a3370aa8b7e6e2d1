package org.gan4j.data.distribution;

import org.gan4j.core.Expect;
import org.gan4j.core.Shape;

/**
 * Modes evenly spaced on a circle around the origin, mode k at the angle 2πk / modes.
 *
 * @param modes the number of modes
 * @param radius the radius of the circle
 * @param sd the standard deviation of each mode along each axis
 * @paper Lin, Khetan, Fanti and Oh 2018, arXiv:1712.04086, section 4.1: 8 modes, radius 1, sd 0.01
 */
public record Ring(int modes, double radius, double sd) implements MultiModal {
  /**
   * Checks the ranges.
   *
   * @param modes at least 1
   * @param radius finite and above 0
   * @param sd finite and above 0
   * @throws IllegalArgumentException if a value is out of its range
   */
  public Ring {
    Expect.count("Ring.modes", "mode", modes, 1);
    Expect.positive("Ring.radius", "a finite number", radius);
    Expect.positive("Ring.sd", "a finite number", sd);
  }

  @Override
  public Shape sampleShape() {
    return Shape.of(2);
  }

  @Override
  public void centre(int mode, double[] destination) {
    Polar.write(radius, 2 * Math.PI * mode / modes, destination);
  }
}
