package org.gan4j.theory.rows.trained;

import java.util.function.DoubleUnaryOperator;

/** Derivatives by finite differences. */
final class Differences {
  private static final double WIDTH = 0.01;

  private Differences() {}

  /**
   * {@return the derivative at 0, by a central difference of six values that is exact for
   * polynomials up to degree 6}
   *
   * @param f a smooth function with values accurate to about 1e-14
   */
  static double derivative(DoubleUnaryOperator f) {
    return (45 * half(f, 1) - 9 * half(f, 2) + half(f, 3)) / (60 * WIDTH);
  }

  private static double half(DoubleUnaryOperator f, int steps) {
    return f.applyAsDouble(steps * WIDTH) - f.applyAsDouble(-steps * WIDTH);
  }
}
