package org.gan4j.losses.divergence;

import java.util.random.RandomGenerator;

/**
 * A probability density on the line. Implementations are immutable.
 *
 * <p>A point is given as anchor + offset, two doubles whose sum is not to be formed before a
 * location has been subtracted: {@code (anchor - mean) + offset}. Next to a spike of width 1e-13 at
 * 1000, and next to the end of a Beta distribution at 1, a single double has too few digits.
 */
public interface Density {
  /**
   * Returns log f(anchor + offset), in nats; computed as such, for the density itself may
   * underflow.
   *
   * @param anchor the point's greater part
   * @param offset the rest, of either sign
   * @return the logarithm; negative infinity outside the support
   */
  double logDensity(double anchor, double offset);

  /**
   * Returns log f(x), in nats.
   *
   * @param x the point
   * @return the logarithm; negative infinity outside the support
   */
  default double logDensity(double x) {
    return logDensity(x, 0);
  }

  /**
   * Returns f(x).
   *
   * @param x the point
   * @return the density there
   */
  default double density(double x) {
    return Math.exp(logDensity(x, 0));
  }

  /**
   * Returns the probability of (−∞, x].
   *
   * @param x the point
   * @return the distribution function there
   */
  double cumulative(double x);

  /**
   * Draws one value.
   *
   * @param draws the randomness
   * @return a value of the support
   */
  double sample(RandomGenerator draws);

  /** {@return where the density lives and changes: what quadrature has to know} */
  Outline outline();
}
