package org.gan4j.data;

/** The natural logarithm of a probability density, in nats. */
@FunctionalInterface
public interface LogDensity {
  /**
   * Returns log p(x).
   *
   * @param point x, one value per coordinate; not modified
   * @return log p(x); −∞ where the density is zero or even its logarithm overflows, NaN for NaN
   * @shape point [d], result scalar
   */
  double at(double... point);
}
