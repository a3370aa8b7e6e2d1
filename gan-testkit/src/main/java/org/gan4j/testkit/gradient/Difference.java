package org.gan4j.testkit.gradient;

import java.util.function.DoubleUnaryOperator;

/**
 * A derivative by central differences, extrapolated to step 0.
 *
 * @param value the derivative
 * @param uncertainty the method's estimate of the absolute error
 * @paper Ridders 1982, "Accurate computation of F′(x) and F′(x)F″(x)", Adv. Eng. Softw. 4(2)
 */
record Difference(double value, double uncertainty) {
  private static final int STEPS = 8;
  private static final double SHRINK = 1.5;

  /**
   * Differentiates at 0. Differences at 8 decreasing steps are combined so that even powers of the
   * error cancel one after another; the combination that agrees best with its predecessors is used.
   *
   * @param f the function
   * @param step the first step; f must be smooth within it
   */
  static Difference atZero(DoubleUnaryOperator f, double step) {
    double[] previous = new double[STEPS];
    Difference best = new Difference(Double.NaN, Double.POSITIVE_INFINITY);
    double h = step;
    for (int row = 0; row < STEPS; row++, h /= SHRINK) {
      double[] current = new double[STEPS];
      current[0] = (f.applyAsDouble(h) - f.applyAsDouble(-h)) / (2 * h);
      double factor = 1;
      for (int order = 1; order <= row; order++) {
        factor *= SHRINK * SHRINK;
        double better = current[order - 1];
        double older = previous[order - 1];
        current[order] = (factor * better - older) / (factor - 1);
        double change =
            Math.max(Math.abs(current[order] - better), Math.abs(current[order] - older));
        if (change < best.uncertainty()) {
          best = new Difference(current[order], change);
        }
      }
      previous = current;
    }
    return best;
  }
}
