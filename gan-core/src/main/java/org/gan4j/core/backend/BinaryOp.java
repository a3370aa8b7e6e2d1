package org.gan4j.core.backend;

import java.util.function.DoubleBinaryOperator;

/** Elementwise functions of two tensors of one shape. */
public enum BinaryOp {
  /** a + b. */
  ADD((a, b) -> a + b),
  /** a − b. */
  SUBTRACT((a, b) -> a - b),
  /** a · b. */
  MULTIPLY((a, b) -> a * b),
  /** a / b. */
  DIVIDE((a, b) -> a / b);

  private final DoubleBinaryOperator definition;

  BinaryOp(DoubleBinaryOperator definition) {
    this.definition = definition;
  }

  /**
   * Evaluates the function in double precision.
   *
   * @param a the first argument
   * @param b the second argument
   * @return the value
   */
  public double apply(double a, double b) {
    return definition.applyAsDouble(a, b);
  }
}
