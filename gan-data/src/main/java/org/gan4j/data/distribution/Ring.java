package org.gan4j.data.distribution;

import org.gan4j.core.Shape;

/**
 * Modes evenly spaced on a circle about the origin: mode k at the angle 2πk / modes, so the full
 * turn comes once and every mode is distinct.
 *
 * @param modes how many
 * @param radius the circle's radius
 * @param sd each mode's standard deviation along each axis
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
    Arguments.atLeastOne("Ring.modes", modes);
    Arguments.positive("Ring.radius", radius);
    Arguments.positive("Ring.sd", sd);
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
