package org.gan4j.core.backend;

/** Elementwise functions of two tensors of one shape. */
public enum BinaryOp {
  /** a + b. */
  ADD,
  /** a − b. */
  SUBTRACT,
  /** a · b. */
  MULTIPLY,
  /** a / b. */
  DIVIDE;

  /**
   * Evaluates the function in double precision.
   *
   * @param a the first argument
   * @param b the second argument
   * @return the value
   */
  public double apply(double a, double b) {
    return switch (this) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
    };
  }
}
