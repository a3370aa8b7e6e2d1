package org.gan4j.data.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.data.Distribution;
import org.gan4j.data.LogDensity;

/**
 * A mixture of normal distributions on the line, p = Σ w_i N(mean_i, sd_i²). The log density is a
 * log-sum-exp, accurate to rounding even where the densities themselves underflow.
 *
 * @param components the normal distributions and their weights
 */
public record GaussianMixture(List<Component> components) implements Distribution {
  /** Allows weights such as 0.1, 0.2 and 0.7, whose sum is not exactly 1 in binary. */
  private static final double WEIGHT_TOLERANCE = 1e-9;

  /**
   * One component of the mixture.
   *
   * @param weight its probability
   * @param mean its mean
   * @param sd its standard deviation
   */
  public record Component(double weight, double mean, double sd) {
    /**
     * Checks the ranges.
     *
     * @param weight finite and above 0
     * @param mean finite
     * @param sd finite and above 0
     * @throws IllegalArgumentException if a value is out of its range
     */
    public Component {
      Expect.positive("GaussianMixture.weight", "a finite number", weight);
      Expect.finite("GaussianMixture.mean", "a finite number", mean);
      Expect.positive("GaussianMixture.sd", "a finite number", sd);
    }

    /** {@return log(w p(x)) in nats} */
    double logWeightedDensity(double x) {
      return Math.log(weight) + new Gaussian(mean, sd).logDensity(x);
    }
  }

  /**
   * Checks the ranges.
   *
   * @param components weights that sum to 1 within 1e-9
   * @throws IllegalArgumentException if a value is out of its range
   */
  public GaussianMixture {
    components = List.copyOf(components);
    double sum = components.stream().mapToDouble(Component::weight).sum();
    if (!(Math.abs(sum - 1) <= WEIGHT_TOLERANCE)) {
      throw Expect.failure(
          "GaussianMixture.weights", "a sum of 1", sum, "divide each weight by the sum");
    }
  }

  /**
   * Returns the mixture of the components (weights[i], means[i], sds[i]).
   *
   * @param weights the probabilities, with sum 1
   * @param means the means
   * @param sds the standard deviations
   * @return the mixture
   * @throws IllegalArgumentException if the lengths differ, or a value is out of its range
   */
  public static GaussianMixture of(double[] weights, double[] means, double[] sds) {
    if (weights.length != means.length || weights.length != sds.length) {
      throw Expect.failure(
          "GaussianMixture.of",
          "as many means and sds as weights",
          "%d weights, %d means, %d sds".formatted(weights.length, means.length, sds.length));
    }
    List<Component> components = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      components.add(new Component(weights[i], means[i], sds[i]));
    }
    return new GaussianMixture(components);
  }

  @Override
  public Shape sampleShape() {
    return Shape.of(1);
  }

  @Override
  public void sample(RandomGenerator draws, double[] destination) {
    Component chosen = choose(draws.nextDouble());
    destination[0] = chosen.mean + chosen.sd * draws.nextGaussian();
  }

  /** Inverts the cumulative weights; the last component absorbs rounding. */
  private Component choose(double uniform) {
    double cumulative = 0;
    for (Component component : components) {
      cumulative += component.weight;
      if (uniform < cumulative) {
        return component;
      }
    }
    return components.get(components.size() - 1);
  }

  @Override
  public Optional<LogDensity> logDensity() {
    return Optional.of(point -> logDensity(point[0]));
  }

  private double logDensity(double x) {
    double largest = Double.NEGATIVE_INFINITY;
    for (Component component : components) {
      largest = Math.max(largest, component.logWeightedDensity(x));
    }
    if (largest == Double.NEGATIVE_INFINITY) {
      return largest;
    }
    double sum = 0;
    for (Component component : components) {
      sum += Math.exp(component.logWeightedDensity(x) - largest);
    }
    return largest + Math.log(sum);
  }
}
