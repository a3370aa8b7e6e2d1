package org.gan4j.losses.divergence;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** A weighted sum of Gaussians on the plane, added up in log space. Immutable. */
public final class GaussianMixture2d {
  private final double[] weights;
  private final List<Gaussian2d> parts;

  private GaussianMixture2d(double[] weights, List<Gaussian2d> parts) {
    this.weights = weights;
    this.parts = parts;
  }

  /**
   * Returns a mixture.
   *
   * @param weights positive, one for each part, their sum 1 within 1e-9; they are divided by it
   * @param parts the Gaussians, at least one
   * @return the mixture
   */
  public static GaussianMixture2d of(double[] weights, Gaussian2d... parts) {
    Mixture.requireWeights(weights, parts.length);
    double sum = Arrays.stream(weights).sum();
    return new GaussianMixture2d(
        Arrays.stream(weights).map(weight -> weight / sum).toArray(), List.of(parts));
  }

  /**
   * Returns the mixture of Gaussians with the same weight.
   *
   * @param parts the Gaussians, at least one
   * @return the mixture
   */
  public static GaussianMixture2d uniform(Gaussian2d... parts) {
    double[] weights = new double[parts.length];
    Arrays.fill(weights, 1.0 / parts.length);
    return of(weights, parts);
  }

  /**
   * Returns log f(x, y), in nats; computed as such, for the density itself may underflow.
   *
   * @param x the first coordinate
   * @param y the second coordinate
   * @return the logarithm
   */
  public double logDensity(double x, double y) {
    double sum = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < weights.length; i++) {
      sum = LogDensities.logSum(sum, Math.log(weights[i]) + parts.get(i).logDensity(x, y));
    }
    return sum;
  }

  /**
   * Draws one point.
   *
   * @param draws the randomness
   * @return its two coordinates
   */
  public double[] sample(RandomGenerator draws) {
    double left = draws.nextDouble();
    int chosen = 0;
    while (chosen < weights.length - 1 && left >= weights[chosen]) {
      left -= weights[chosen++];
    }
    Gaussian2d part = parts.get(chosen);
    double s = draws.nextGaussian();
    double t = draws.nextGaussian();
    double y = part.correlation() * s + part.residual() * t;
    return new double[] {part.meanX() + part.sdX() * s, part.meanY() + part.sdY() * y};
  }

  /** {@return how many parts} */
  public int count() {
    return weights.length;
  }

  /**
   * Returns a part's weight.
   *
   * @param part its number, from 0
   * @return the weight
   */
  public double weight(int part) {
    return weights[part];
  }

  /**
   * Returns a part.
   *
   * @param part its number, from 0
   * @return the Gaussian
   */
  public Gaussian2d part(int part) {
    return parts.get(part);
  }

  @Override
  public String toString() {
    return "mixture of " + parts + " weighted " + Arrays.toString(weights);
  }
}
