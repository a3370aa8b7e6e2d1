package org.gan4j.nn.init;

import java.util.random.RandomGenerator;
import org.gan4j.core.Expect;

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
  public double[] draw(Fans fans, RandomGenerator draws) {
    double[] weights = new double[fans.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = sd * draws.nextGaussian();
    }
    return weights;
  }
}
