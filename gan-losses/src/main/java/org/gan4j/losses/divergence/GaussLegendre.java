package org.gan4j.losses.divergence;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Gauss–Legendre nodes and weights on an interval: a fixed batch of points on which a weighted sum
 * is an integral, for functions that come in batches, such as networks.
 */
public final class GaussLegendre {
  private final double[] nodes;
  private final double[] weights;

  private GaussLegendre(double[] nodes, double[] weights) {
    this.nodes = nodes;
    this.weights = weights;
  }

  /**
   * Returns the rule with n points, exact for polynomials of degree 2n − 1.
   *
   * @param n how many points, at least 1
   * @param lower where the interval begins
   * @param upper where it ends, above the lower
   * @return nodes in ascending order, and weights whose sum is the interval's length
   */
  public static GaussLegendre of(int n, double lower, double upper) {
    if (n < 1) {
      throw new IllegalArgumentException("Gauss-Legendre: expected at least 1 point, got " + n);
    }
    Interval interval = new Interval(lower, upper);
    GaussIntegrator rule =
        new GaussIntegratorFactory().legendre(n, interval.lower(), interval.upper());
    double[] nodes = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      nodes[i] = rule.getPoint(i);
      weights[i] = rule.getWeight(i);
    }
    return new GaussLegendre(nodes, weights);
  }

  /** {@return a copy of the nodes, ascending} */
  public double[] nodes() {
    return nodes.clone();
  }

  /** {@return a copy of the weights} */
  public double[] weights() {
    return weights.clone();
  }
}
