package org.gan4j.nn.init;

import java.util.random.RandomGenerator;

/**
 * Uniform on ±gain · √(6/(fanIn + fanOut)), a compromise between preserving the variance of
 * activations and that of gradients.
 *
 * @param gain the factor for the nonlinearity, as in PyTorch's calculate_gain: 1, or 5/3 for tanh
 * @paper Glorot and Bengio 2010, "Understanding the difficulty of training deep feedforward neural
 *     networks", Eq. (16)
 */
public record XavierUniform(double gain) implements Initializer {
  @Override
  public double[] draw(Fans fans, RandomGenerator draws) {
    double bound = gain * Math.sqrt(6.0 / (fans.in() + fans.out()));
    return FanInUniform.uniform(fans.size(), bound, draws);
  }
}
