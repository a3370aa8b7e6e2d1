package org.gan4j.examples.theorem.trained;

import java.util.function.DoubleUnaryOperator;

/**
 * Points on the line with their probabilities under p and q, so that sums over them are the
 * integrals {@code E_p} and {@code E_q}. Immutable.
 */
final class WeightedPoints {
  private final double[] x;
  private final double[] real;
  private final double[] fake;

  private WeightedPoints(double[] x, double[] real, double[] fake) {
    this.x = x;
    this.real = real;
    this.fake = fake;
  }

  /**
   * Returns the Gauss-Legendre points of an interval.
   *
   * @param low its lower end
   * @param high its upper end
   * @param n how many points
   * @param logP log density of the real samples
   * @param logQ log density of the generated samples
   * @return the points
   */
  static WeightedPoints on(
      double low, double high, int n, DoubleUnaryOperator logP, DoubleUnaryOperator logQ) {
    GaussLegendre rule = GaussLegendre.of(n);
    double[] x = new double[n];
    double[] real = new double[n];
    double[] fake = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = (low + high) / 2 + (high - low) / 2 * rule.node(i);
      double weight = (high - low) / 2 * rule.weight(i);
      real[i] = weight * Math.exp(logP.applyAsDouble(x[i]));
      fake[i] = weight * Math.exp(logQ.applyAsDouble(x[i]));
    }
    return new WeightedPoints(x, real, fake);
  }

  int size() {
    return x.length;
  }

  double[] x() {
    return x.clone();
  }

  double[] real() {
    return real.clone();
  }

  double[] fake() {
    return fake.clone();
  }
}
