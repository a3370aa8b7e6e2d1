package org.gan4j.theory.rows.analytic;

import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Outline;
import org.gan4j.losses.divergence.Point;
import org.gan4j.losses.divergence.Quadrature;

/**
 * The distribution of x = G(z), z ~ N(0, 1), for G(z) = a + b z + c tanh(d z), which increases if b
 * and c d are positive: q(x) = p_z(z) / G′(z) at z = G⁻¹(x).
 *
 * @param a shift
 * @param b scale, above 0
 * @param c height of the bend, at least 0
 * @param d steepness of the bend, above 0
 */
record Pushforward(double a, double b, double c, double d) implements Density {
  private static final Density LATENT = Densities.normal(0, 1);
  private static final int NEWTON_STEPS = 80;

  double generate(double z) {
    return a + b * z + c * Math.tanh(d * z);
  }

  private double derivative(double z) {
    double tanh = Math.tanh(d * z);
    return b + c * d * (1 - tanh * tanh);
  }

  /** Newton's method within brackets, since plain Newton steps can overshoot at the bend. */
  double latent(double x) {
    double low = (x - a - c) / b;
    double high = (x - a + c) / b;
    double z = (low + high) / 2;
    for (int i = 0; i < NEWTON_STEPS && low < high; i++) {
      double miss = generate(z) - x;
      if (miss > 0) {
        high = z;
      } else {
        low = z;
      }
      double next = z - miss / derivative(z);
      next = next >= low && next <= high ? next : (low + high) / 2;
      if (next == z) {
        break;
      }
      z = next;
    }
    return z;
  }

  @Override
  public double logDensity(Point x) {
    double z = latent(x.value());
    return LATENT.logDensity(z) - Math.log(derivative(z));
  }

  @Override
  public double cumulative(double x) {
    return LATENT.cumulative(latent(x));
  }

  @Override
  public double sample(RandomGenerator draws) {
    return generate(draws.nextGaussian());
  }

  /** That of the normal distribution of the same scale; bisection finds the bend. */
  @Override
  public Outline outline() {
    return Densities.normal(a, b).outline();
  }

  /** E f(G(z)) over the latent distribution, without using q. */
  double latentExpectation(DoubleUnaryOperator f) {
    return Quadrature.over(LATENT).expectation(LATENT, z -> f.applyAsDouble(generate(z))).value();
  }
}
