package org.gan4j.losses.divergence;

/**
 * The value exp(log) · factor of an integrand, per unit of the point's coordinate. The exponential
 * is not formed before the panel's width has been multiplied in, for without it some overflow.
 *
 * @param log the logarithm of the weight
 * @param factor what is weighted
 * @param condition how many of the densities' relative rounding errors the factor contains as
 *     absolute ones
 * @param noise a bound on the factor's other rounding errors beyond a few in relation to its size
 */
record Term(double log, double factor, double condition, double noise) {
  static final Term ZERO = new Term(Double.NEGATIVE_INFINITY, 0, 0, 0);

  /** What each unit of a logarithm adds to the relative rounding error of its exponential. */
  static final double PER_LOG = 3 * Math.ulp(1.0);

  /** A function of no densities. */
  static Term of(double log, double factor) {
    return new Term(log, factor, 0, 0);
  }

  /** A function of two log-densities that changes no faster than they do. */
  static Term ofDensities(double log, double factor) {
    return new Term(log, factor, 1, 0);
  }
}
