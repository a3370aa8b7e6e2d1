package org.gan4j.core.autograd;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/** A row [c] repeated into [rows, c]. */
record BroadcastRow(int rows) implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.broadcastRow(inputs.get(0), rows));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    return List.of(upstream.get(0).columnSums());
  }
}
