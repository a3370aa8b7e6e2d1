package org.gan4j.data.distribution;

/** Polar coordinates. */
final class Polar {
  private Polar() {}

  /** Strict, so that samples are the same bits on every platform. */
  static void write(double radius, double angle, double[] destination) {
    destination[0] = radius * StrictMath.cos(angle);
    destination[1] = radius * StrictMath.sin(angle);
  }
}
