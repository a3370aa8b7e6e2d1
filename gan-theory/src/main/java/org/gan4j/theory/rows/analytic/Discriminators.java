package org.gan4j.theory.rows.analytic;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Quadrature;

/** Discriminators as functions, and their values. */
final class Discriminators {
  /** D* from the two densities at a point, as the theorem states it. */
  static final DoubleBinaryOperator OPTIMAL = (p, q) -> p / (p + q);

  private Discriminators() {}

  /** D(x) by a formula in p(x) and q(x). */
  static DoubleUnaryOperator of(DoubleBinaryOperator formula, NamedPair pair) {
    return x -> formula.applyAsDouble(pair.p().density(x), pair.q().density(x));
  }

  /** A discriminator that is far from optimal for any pair, and bounded away from 0 and 1. */
  static double gentle(double x) {
    return sigmoid(1.5 * Math.tanh(0.5 - x));
  }

  static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** log(1 + exp(x)) without overflow: −log D at the logit −x, −log(1 − D) at the logit x. */
  static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /**
   * V(D, G) = E_p log D + E_q log(1 − D), by quadrature, with 0 · log 0 = 0. Where a D below 1
   * rounds to 1, log(1 − D) is taken at the double before 1; the mass of q there is below 1e-16.
   */
  static double value(DoubleUnaryOperator discriminator, Density p, Density q) {
    Quadrature quadrature = Quadrature.over(p, q);
    double real = quadrature.expectation(p, x -> Math.log(discriminator.applyAsDouble(x))).value();
    double fake =
        quadrature
            .expectation(
                q, x -> Math.log1p(-Math.min(discriminator.applyAsDouble(x), Math.nextDown(1.0))))
            .value();
    return real + fake;
  }
}
