package org.gan4j.theory.rows.trained;

import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.OptimalDiscriminator;

/** The probability that a number is real, according to a discriminator. */
@FunctionalInterface
interface Probability {
  /**
   * {@return D(x)}
   *
   * @param x the point
   */
  double at(double x);

  /** Returns the optimal discriminator between two densities. */
  @FunctionalInterface
  interface Optimum {
    /** The optimal discriminator p / (p + q) of Proposition 1. */
    Optimum PROPOSITION_1 = (p, q) -> OptimalDiscriminator.of(p, q)::probability;

    /**
     * {@return D*}
     *
     * @param p the data's density
     * @param q the generator's density
     */
    Probability between(Density p, Density q);
  }
}
