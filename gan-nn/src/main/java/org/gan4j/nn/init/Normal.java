package org.gan4j.nn.init;

import java.util.random.RandomGenerator;

/**
 * Normal with mean 0.
 *
 * @param sd the standard deviation
 */
public record Normal(double sd) implements Initializer {
  /**
   * Checks the standard deviation.
   *
   * @param sd the standard deviation
   */
  public Normal {
    if (!(sd >= 0) || Double.isInfinite(sd)) {
      throw new IllegalArgumentException(
          "normal initialiser: expected a finite standard deviation >= 0, got " + sd);
    }
  }

  @Override
  public double[] draw(int fanIn, int fanOut, RandomGenerator draws) {
    double[] weights = new double[Math.multiplyExact(fanIn, fanOut)];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = sd * draws.nextGaussian();
    }
    return weights;
  }
}
