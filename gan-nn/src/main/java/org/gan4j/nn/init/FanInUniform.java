package org.gan4j.nn.init;

import java.util.random.RandomGenerator;

/**
 * Uniform on ±1/√fanIn for weights and biases, the default of PyTorch's {@code nn.Linear}.
 *
 * <p>The biases matter when there are few inputs: with zero biases, the kinks of all units in a
 * first ReLU layer pass through the origin, and a network on the plane has to move them before it
 * can tell modes apart.
 *
 * @paper LeCun et al. 1998, "Efficient BackProp", Section 4.6, where the standard deviation is
 *     1/√fanIn, √3 times as large
 */
public record FanInUniform() implements Initializer {
  @Override
  public double[] draw(Fans fans, RandomGenerator draws) {
    return uniform(fans.size(), 1 / Math.sqrt(fans.in()), draws);
  }

  @Override
  public double[] bias(int count, Fans fans, RandomGenerator draws) {
    return uniform(count, 1 / Math.sqrt(fans.in()), draws);
  }

  /** Uniform on ±bound. */
  static double[] uniform(int count, double bound, RandomGenerator draws) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = bound * (2 * draws.nextDouble() - 1);
    }
    return values;
  }
}
