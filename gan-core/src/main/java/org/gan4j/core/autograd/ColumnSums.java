package org.gan4j.core.autograd;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/** The sum of each column: [n, c] to [c]. */
record ColumnSums() implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.columnSums(inputs.get(0)));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    return List.of(upstream.get(0).repeatRow(node.input(0).shape().dim(0)));
  }
}
