package org.gan4j.nn;

import org.gan4j.core.Shape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;

/**
 * Global sum pooling: each map becomes its sum, channel by channel.
 *
 * @shape [n, h, w, c] to [n, c]
 * @paper Miyato et al. 2018, arXiv:1802.05957, Appendix B.4, where it ends the discriminator
 */
public record GlobalSumPool() implements LayerSpec {
  @Override
  public Shape outputShape(Shape input) {
    return Shape.of(Maps.check("global sum pool", input).dim(2));
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    Shape maps = Maps.check("global sum pool", input);
    int height = maps.dim(0);
    int width = maps.dim(1);
    return new Stateless(
        x ->
            x.averagePool(height, width)
                .reshape(Shape.of(x.shape().rows(), maps.dim(2)))
                .multiply((double) height * width));
  }
}
