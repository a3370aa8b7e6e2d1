package org.gan4j.theory.rows.trained;

import org.gan4j.core.backend.Activation;
import org.gan4j.nn.Dense;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.Cosine;
import org.gan4j.nn.optim.Optimizer;

/**
 * How a discriminator of numbers is trained.
 *
 * @param network maps [n, 1] to logits [n, 1]
 * @param optimizer how it is updated
 * @param steps the number of steps
 */
record CriticRecipe(LayerSpec network, Optimizer optimizer, int steps) {
  /**
   * Returns two layers of tanh units on x/3, trained by Adam (0.9, 0.99) at 1e-2 with cosine decay
   * to 0.
   *
   * @param width units per layer
   * @param steps the number of steps
   */
  static CriticRecipe tanh(int width, int steps) {
    return tanh(width, 1.0 / 3, steps);
  }

  /**
   * Returns the same for samples scaled by another factor.
   *
   * @param width units per layer
   * @param scale the factor that samples are multiplied by first
   * @param steps the number of steps
   */
  static CriticRecipe tanh(int width, double scale, int steps) {
    return new CriticRecipe(
        network(width, scale), new Adam(1e-2, 0.9, 0.99, 1e-8, new Cosine(0)), steps);
  }

  /** {@return two layers of tanh units on x/3, and a logit} */
  static LayerSpec network(int width) {
    return network(width, 1.0 / 3);
  }

  /**
   * {@return two layers of tanh units, and a logit}
   *
   * @param width units per layer
   * @param scale the factor that samples are multiplied by first: the larger, the finer what is
   *     learned soon
   */
  static LayerSpec network(int width, double scale) {
    return Sequential.of(
        new Scaled(scale),
        new Dense(width, Activation.TANH),
        new Dense(width, Activation.TANH),
        new Dense(1, Activation.IDENTITY));
  }
}
