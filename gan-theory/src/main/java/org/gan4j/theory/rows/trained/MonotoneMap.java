package org.gan4j.theory.rows.trained;

import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;

/** The increasing map b + cz + Σ hᵢ tanh(aᵢz + tᵢ) of the line onto itself. Immutable. */
final class MonotoneMap {
  private static final int MAX_EVALUATIONS = 200;

  private final double[] gains;
  private final double[] shifts;
  private final double[] heights;
  private final double slope;
  private final double bias;
  private final double reach;

  /**
   * Creates a map; the arrays are not copied.
   *
   * @param gains a, positive
   * @param shifts t
   * @param heights h, positive
   * @param slope c, positive
   * @param bias b
   */
  MonotoneMap(double[] gains, double[] shifts, double[] heights, double slope, double bias) {
    this.gains = gains;
    this.shifts = shifts;
    this.heights = heights;
    this.slope = slope;
    this.bias = bias;
    double sum = 0;
    for (double height : heights) {
      sum += height;
    }
    reach = sum;
  }

  /** {@return c, the derivative at infinity} */
  double slope() {
    return slope;
  }

  /** {@return G(z)} */
  double value(double z) {
    double sum = bias + slope * z;
    for (int i = 0; i < gains.length; i++) {
      sum += heights[i] * Math.tanh(gains[i] * z + shifts[i]);
    }
    return sum;
  }

  /** {@return G′(z)} */
  double derivative(double z) {
    double sum = slope;
    for (int i = 0; i < gains.length; i++) {
      double step = Math.tanh(gains[i] * z + shifts[i]);
      sum += heights[i] * gains[i] * (1 - step * step);
    }
    return sum;
  }

  /**
   * {@return the z with G(z) = x; bracketed, since the steps change G by at most their total
   * height}
   */
  double inverse(double x) {
    double low = (x - bias - reach) / slope;
    double high = (x - bias + reach) / slope;
    double width = Math.ulp(Math.max(Math.abs(low), Math.abs(high)));
    double margin = 1e-9 * (1 + Math.abs(low) + Math.abs(high));
    return new BracketingNthOrderBrentSolver(1e-15, width, 1e-15, 5)
        .solve(MAX_EVALUATIONS, z -> value(z) - x, low - margin, high + margin);
  }
}
