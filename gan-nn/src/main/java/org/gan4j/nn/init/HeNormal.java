package org.gan4j.nn.init;

import java.util.random.RandomGenerator;

/**
 * Normal with variance 2/((1 + slope²) · fanIn), which preserves the variance of activations across
 * layers with leaky ReLUs.
 *
 * @param slope the leaky ReLU's slope below 0; 0 for a ReLU
 * @paper He et al. 2015, arXiv:1502.01852, Eqs. (10) and (15)
 */
public record HeNormal(double slope) implements Initializer {
  @Override
  public double[] draw(Fans fans, RandomGenerator draws) {
    return new Normal(Math.sqrt(2 / ((1 + slope * slope) * fans.in()))).draw(fans, draws);
  }
}
