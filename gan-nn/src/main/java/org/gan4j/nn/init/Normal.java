package org.gan4j.nn.init;

import java.util.random.RandomGenerator;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;

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
    Expect.nonNegative("normal initialiser", "a finite standard deviation", sd);
  }

  @Override
  public double[] draw(int fanIn, int fanOut, RandomGenerator draws) {
    double[] weights = new double[Shape.of(fanOut, fanIn).length()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = sd * draws.nextGaussian();
    }
    return weights;
  }
}
