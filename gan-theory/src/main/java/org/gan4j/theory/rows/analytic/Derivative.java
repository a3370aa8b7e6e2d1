package org.gan4j.theory.rows.analytic;

import java.util.function.DoubleUnaryOperator;

/**
 * Derivatives by central differences, extrapolated twice: the error is of sixth order in the step.
 */
final class Derivative {
  private Derivative() {}

  /**
   * Returns f′(x).
   *
   * @param f a function that is smooth near x
   * @param x the point
   * @param step the widest step
   * @return the derivative
   */
  static double of(DoubleUnaryOperator f, double x, double step) {
    double wide = central(f, x, step);
    double half = central(f, x, step / 2);
    double quarter = central(f, x, step / 4);
    double once = (4 * half - wide) / 3;
    double again = (4 * quarter - half) / 3;
    return (16 * again - once) / 15;
  }

  private static double central(DoubleUnaryOperator f, double x, double step) {
    return (f.applyAsDouble(x + step) - f.applyAsDouble(x - step)) / (2 * step);
  }
}
