package org.gan4j.theory.rows.trained;

import java.util.function.DoubleUnaryOperator;

/** Derivatives from values. */
final class Differences {
  private static final double WIDTH = 0.01;

  private Differences() {}

  /**
   * {@return the derivative at 0 by the central difference of six values, right for polynomials up
   * to degree 6}
   *
   * @param f a smooth function whose values are good to about 1e-14
   */
  static double slope(DoubleUnaryOperator f) {
    return (45 * half(f, 1) - 9 * half(f, 2) + half(f, 3)) / (60 * WIDTH);
  }

  private static double half(DoubleUnaryOperator f, int steps) {
    return f.applyAsDouble(steps * WIDTH) - f.applyAsDouble(-steps * WIDTH);
  }
}
