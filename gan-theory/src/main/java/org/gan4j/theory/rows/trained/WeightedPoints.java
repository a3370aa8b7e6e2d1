package org.gan4j.theory.rows.trained;

import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.GaussLegendre;

/**
 * Points on the line with their probabilities under p and q, so that weighted sums are the
 * expectations {@code E_p} and {@code E_q}. Immutable.
 */
final class WeightedPoints {
  /** How far the sum of the probabilities may be from 1 due to mass outside or too few points. */
  private static final double TOLERANCE = 1e-6;

  private final double[] x;
  private final double[] real;
  private final double[] fake;

  private WeightedPoints(double[] x, double[] real, double[] fake) {
    this.x = x;
    this.real = real;
    this.fake = fake;
  }

  /**
   * Returns Gauss-Legendre points.
   *
   * @param low the lower end of an interval that contains both masses
   * @param high the upper end
   * @param panels the number of parts of equal length
   * @param order points per part
   * @param p density of the real samples
   * @param q density of the generated samples
   * @return the points, complete or not
   */
  static WeightedPoints on(double low, double high, int panels, int order, Density p, Density q) {
    GaussLegendre rule = GaussLegendre.of(order, -1, 1);
    double[] nodes = rule.nodes();
    double[] weights = rule.weights();
    double half = (high - low) / panels / 2;
    double[] x = new double[panels * order];
    double[] real = new double[x.length];
    double[] fake = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = low + half * (2 * (i / order) + 1 + nodes[i % order]);
      double weight = half * weights[i % order];
      real[i] = weight * p.density(x[i]);
      fake[i] = weight * q.density(x[i]);
    }
    return new WeightedPoints(x, real, fake);
  }

  /** {@return whether the points capture all mass of both densities} */
  boolean complete() {
    return isOne(mass(real)) && isOne(mass(fake));
  }

  /**
   * {@return these points}
   *
   * @throws IllegalArgumentException if the probabilities do not sum to 1 within 1e-6
   */
  WeightedPoints requireComplete() {
    if (!complete()) {
      throw new IllegalArgumentException(
          "points: expected probabilities that sum to 1, got "
              + mass(real)
              + " under p and "
              + mass(fake)
              + " under q; widen the interval or take more points");
    }
    return this;
  }

  private static boolean isOne(double mass) {
    return Math.abs(mass - 1) <= TOLERANCE;
  }

  private static double mass(double[] masses) {
    double sum = 0;
    for (double mass : masses) {
      sum += mass;
    }
    return sum;
  }

  /** {@return the points} */
  double[] x() {
    return x.clone();
  }

  /** {@return their probabilities under p} */
  double[] real() {
    return real.clone();
  }

  /** {@return their probabilities under q} */
  double[] fake() {
    return fake.clone();
  }

  /**
   * {@return E_p f}
   *
   * @param f its values at the points
   */
  double expectReal(double[] f) {
    return dot(real, f);
  }

  /**
   * {@return E_q f}
   *
   * @param f its values at the points
   */
  double expectFake(double[] f) {
    return dot(fake, f);
  }

  private static double dot(double[] weights, double[] f) {
    double sum = 0;
    for (int i = 0; i < f.length; i++) {
      sum += weights[i] * f[i];
    }
    return sum;
  }
}
