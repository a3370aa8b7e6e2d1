package org.gan4j.losses.divergence;

import java.util.random.RandomGenerator;

/**
 * A probability density on the line. Implementations are immutable.
 *
 * <p>{@link #logDensity(Point)}, {@link #sample}, {@link #cumulative} and {@link #outline} are all
 * that a density needs. One that is singular or heavy-tailed also overrides {@link
 * #logLocalDensity}, to be exact at any distance from its centre.
 */
public interface Density {
  /**
   * Returns log f(x), in nats; computed as such, for the density itself may underflow.
   *
   * @param x the point; subtract a location by {@link Point#from} or {@link Point#standardised},
   *     which keep the digits that a single double would lose
   * @return the logarithm; negative infinity outside the support, and where it is below the range
   *     of doubles
   */
  double logDensity(Point x);

  /**
   * Returns log f(x), in nats.
   *
   * @param x the point
   * @return the logarithm; negative infinity outside the support
   */
  default double logDensity(double x) {
    return logDensity(Point.at(x));
  }

  /**
   * Returns f(x).
   *
   * @param x the point
   * @return the density there
   */
  default double density(double x) {
    return Math.exp(logDensity(x));
  }

  /**
   * Returns log(f(x) |dx/dt|) with the point's coordinate t: the density that quadrature adds up.
   * Where t is the logarithm of the distance from a singular end or from the centre of a heavy
   * tail, it is of moderate size at distances of any order, but f is not; override it there.
   *
   * @param x the point
   * @return {@link #logDensity(Point)} plus {@link Point#logUnit}
   */
  default double logLocalDensity(Point x) {
    return logDensity(x) + x.logUnit();
  }

  /**
   * Returns log(−log f(x)), where f is so small that its logarithm overflows. A divergence may be
   * finite all the same, if the other density is small there, too.
   *
   * @param x a point at which {@link #logDensity(Point)} is negative infinity
   * @return the logarithm; infinite where f is zero, NaN where it is not known, as it is not if not
   *     overridden
   */
  default double logSurprisal(Point x) {
    return Double.NaN;
  }

  /**
   * Returns the relative rounding error of f near a point.
   *
   * @param x the point
   * @return the error; of 16 roundings if not overridden, which elementary functions need
   */
  default double roundoff(Point x) {
    return 16 * Math.ulp(1.0);
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
