package org.gan4j.core.autograd;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/**
 * Each element of a map repeated in a block; the adjoint of {@link BlockMeans} but for a factor.
 */
record RepeatBlocks(int height, int width) implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.upsample(inputs.get(0), height, width));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    return List.of(upstream.get(0).averagePool(height, width).multiply((double) height * width));
  }
}
