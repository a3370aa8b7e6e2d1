package org.gan4j.nn.init;

import java.util.random.RandomGenerator;

/**
 * Uniform on ±1/√fanIn, weights and biases alike, as PyTorch's {@code nn.Linear} begins.
 *
 * <p>Its biases matter where inputs are few: with zero biases every kink of a first ReLU layer runs
 * through the origin, and a network on the plane has to move them before it can tell modes apart.
 *
 * @paper LeCun et al. 1998, "Efficient BackProp", Section 4.6, whose standard deviation is 1/√fanIn
 *     and so √3 times as large
 */
public record FanInUniform() implements Initializer {
  @Override
  public double[] draw(int fanIn, int fanOut, RandomGenerator draws) {
    return uniform(Math.multiplyExact(fanIn, fanOut), 1 / Math.sqrt(fanIn), draws);
  }

  @Override
  public double[] bias(int fanIn, int fanOut, RandomGenerator draws) {
    return uniform(fanOut, 1 / Math.sqrt(fanIn), draws);
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
