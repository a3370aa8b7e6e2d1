package org.gan4j.core.backend;

import java.util.function.DoubleUnaryOperator;

/** Elementwise functions of one argument; each constant carries its meaning in double precision. */
public enum UnaryOp {
  /** −x. */
  NEGATE(x -> -x),
  /** eˣ. */
  EXP(Math::exp),
  /** The natural logarithm; −∞ at 0, NaN below. */
  LOG(Math::log),
  /** The square root; NaN below 0. */
  SQRT(Math::sqrt),
  /** x². */
  SQUARE(x -> x * x),
  /** |x|. */
  ABS(Math::abs),
  /** −1, 0 or 1; NaN for NaN. */
  SIGN(Math::signum),
  /** 1/x. */
  RECIPROCAL(x -> 1 / x);

  private final DoubleUnaryOperator definition;

  UnaryOp(DoubleUnaryOperator definition) {
    this.definition = definition;
  }

  /**
   * Evaluates the function in double precision.
   *
   * @param x the argument
   * @return the value
   */
  public double apply(double x) {
    return definition.applyAsDouble(x);
  }
}
