package org.gan4j.testkit;

import org.gan4j.core.DType;

/**
 * How far a computed number may lie from the right one, as a value.
 *
 * <p>A number may differ by {@code ulps} units in the last place of the right one, plus {@code
 * roundings} times the unit roundoff times the <em>magnitude</em>: the result of the same operation
 * on absolute values, which is what rounding errors of a sum are proportional to where terms
 * cancel. Where both are 0, the numbers must be the same, the sign of a zero included. NaN and the
 * infinities must always be met exactly.
 *
 * @param dtype element type of the computation
 * @param ulps units in the last place of the right number, at least 0
 * @param roundings multiple of the unit roundoff, relative to the magnitude, at least 0
 */
public record Tolerance(DType dtype, double ulps, double roundings) {
  /**
   * Checks the ranges.
   *
   * @param dtype element type of the computation
   * @param ulps units in the last place of the right number, at least 0
   * @param roundings multiple of the unit roundoff, relative to the magnitude, at least 0
   */
  public Tolerance {
    if (!(ulps >= 0 && roundings >= 0)) {
      throw new IllegalArgumentException(
          "tolerance: expected numbers of at least 0, got " + ulps + " and " + roundings);
    }
  }

  /** {@return whether the numbers must be the same} */
  public boolean exact() {
    return ulps == 0 && roundings == 0;
  }

  /**
   * Returns the largest difference that is accepted.
   *
   * @param expected the right number, finite
   * @param magnitude the operation on absolute values; taken as 0 where it is not finite
   * @return the difference, at least 0
   */
  public double allowed(double expected, double magnitude) {
    double ulp =
        switch (dtype) {
          case FLOAT32 -> Math.ulp((float) Math.min(Math.abs(expected), Float.MAX_VALUE));
          case FLOAT64 -> Math.ulp(expected);
        };
    double rounding = Double.isFinite(magnitude) ? dtype.unitRoundoff() * magnitude : 0;
    return ulps * ulp + roundings * rounding;
  }

  /**
   * Decides whether a number is near enough.
   *
   * @param expected the right number
   * @param actual the computed one
   * @param magnitude the operation on absolute values
   * @return whether it is
   */
  public boolean accepts(double expected, double actual, double magnitude) {
    if (Double.compare(expected, actual) == 0) {
      return true;
    }
    if (exact() || !Double.isFinite(expected) || !Double.isFinite(actual)) {
      return false;
    }
    return Math.abs(expected - actual) <= allowed(expected, magnitude);
  }
}
