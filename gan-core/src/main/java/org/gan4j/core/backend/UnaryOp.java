package org.gan4j.core.backend;

/**
 * Elementwise functions of one argument; each constant defines its function in double precision.
 */
public enum UnaryOp {
  /** −x. */
  NEGATE,
  /** eˣ. */
  EXP,
  /** The natural logarithm; −∞ at 0, NaN below. */
  LOG,
  /** The square root; NaN below 0. */
  SQRT,
  /** x². */
  SQUARE,
  /** |x|. */
  ABS,
  /** −1, 0 or 1; NaN for NaN. */
  SIGN,
  /** 1/x. */
  RECIPROCAL,
  /** x where it is finite, else 0. */
  FINITE_OR_ZERO;

  /**
   * Evaluates the function in double precision.
   *
   * @param x the argument
   * @return the value
   */
  public double apply(double x) {
    return switch (this) {
      case NEGATE -> -x;
      case EXP -> Math.exp(x);
      case LOG -> Math.log(x);
      case SQRT -> Math.sqrt(x);
      case SQUARE -> x * x;
      case ABS -> Math.abs(x);
      case SIGN -> Math.signum(x);
      case RECIPROCAL -> 1 / x;
      case FINITE_OR_ZERO -> Double.isFinite(x) ? x : 0;
    };
  }
}
