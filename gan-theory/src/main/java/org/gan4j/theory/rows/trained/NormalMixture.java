package org.gan4j.theory.rows.trained;

import java.util.List;
import org.gan4j.core.autograd.Var;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;

/**
 * A mixture of normal distributions, on the host and on a tape.
 *
 * @param parts at least one; their weights sum to 1
 */
record NormalMixture(List<Part> parts) {
  /** Copies the list. */
  NormalMixture {
    parts = List.copyOf(parts);
  }

  /**
   * A normal component of the mixture.
   *
   * @param weight its probability
   * @param mean its mean
   * @param sd its standard deviation
   */
  record Part(double weight, double mean, double sd) {
    private Var logWeighted(Var x) {
      double constant = Math.log(weight / sd) - Math.log(2 * Math.PI) / 2;
      return x.subtract(mean).square().multiply(-0.5 / (sd * sd)).add(constant);
    }
  }

  /** {@return N(mean, sd²)} */
  static NormalMixture normal(double mean, double sd) {
    return new NormalMixture(List.of(new Part(1, mean, sd)));
  }

  /** {@return the density on the host} */
  Density density() {
    double[] weights = new double[parts.size()];
    Density[] densities = new Density[parts.size()];
    for (int i = 0; i < parts.size(); i++) {
      weights[i] = parts.get(i).weight();
      densities[i] = Densities.normal(parts.get(i).mean(), parts.get(i).sd());
    }
    return Densities.mixture(weights, densities);
  }

  /**
   * {@return log f(x) in nats, in tape operations; log(eᵃ + eᵇ) = a + softplus(b − a)}
   *
   * @param x points
   */
  Var logDensity(Var x) {
    Var sum = parts.get(0).logWeighted(x);
    for (int i = 1; i < parts.size(); i++) {
      sum = sum.add(parts.get(i).logWeighted(x).subtract(sum).softplus());
    }
    return sum;
  }
}
