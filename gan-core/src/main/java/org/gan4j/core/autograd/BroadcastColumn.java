package org.gan4j.core.autograd;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/** A column [n, 1] repeated into [n, columns]. */
record BroadcastColumn(int columns) implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.broadcastColumn(inputs.get(0), columns));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    return List.of(upstream.get(0).rowSums());
  }
}
