package org.gan4j.testkit;

import org.gan4j.core.DType;
import org.gan4j.core.Expect;

/**
 * How far a computed number may be from the right one.
 *
 * <p>A number may differ by {@code ulps} units in the last place of the right one, plus {@code
 * roundings} times the unit roundoff times the <em>magnitude</em>. The magnitude is the result of
 * the same operation on absolute values, to which the rounding errors of a sum are proportional
 * even if terms cancel. If both are 0, the numbers must be the same, including the sign of a zero.
 * NaN and infinities must always match exactly.
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
    Expect.that(
        ulps >= 0 && roundings >= 0, "tolerance", "numbers >= 0", ulps + " and " + roundings);
  }

  /** {@return whether the numbers must be the same} */
  public boolean exact() {
    return ulps == 0 && roundings == 0;
  }

  /**
   * Returns the largest difference that is accepted.
   *
   * @param expected the right number, finite
   * @param magnitude the operation on absolute values; taken as 0 if it is not finite
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
   * Returns whether a number is close enough.
   *
   * @param expected the right number
   * @param actual the computed one
   * @param magnitude the operation on absolute values
   * @return whether the difference is accepted
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
