package org.gan4j.core.autograd;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/** The mean of each block of a map. */
record BlockMeans(int height, int width) implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.averagePool(inputs.get(0), height, width));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    double share = 1.0 / ((double) height * width);
    return List.of(upstream.get(0).multiply(share).upsample(height, width));
  }
}
