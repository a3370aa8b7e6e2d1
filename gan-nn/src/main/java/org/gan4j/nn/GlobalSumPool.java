package org.gan4j.nn;

import java.util.List;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.export.Attribute;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Wire;

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

  private static Wire export(Wire x, Export to) {
    to.module("GlobalSumPool()");
    return to.apply(
        "ReduceSum",
        x,
        Shape.of(x.shape().dim(2)),
        x.order(),
        List.of(to.indices(2, 3)),
        Attribute.whole("keepdims", 0));
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
                .multiply((double) height * width),
        GlobalSumPool::export);
  }
}
