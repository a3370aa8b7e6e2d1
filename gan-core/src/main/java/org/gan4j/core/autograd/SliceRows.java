package org.gan4j.core.autograd;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/** Rows from (inclusive) to (exclusive). */
record SliceRows(int from, int to) implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.sliceRows(inputs.get(0), from, to));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    Var x = node.input(0);
    int rows = x.shape().rows();
    List<Var> parts = new ArrayList<>();
    if (from > 0) {
      parts.add(x.tape().zeros(x.shape().withRows(from), x.dtype()));
    }
    parts.add(upstream.get(0));
    if (to < rows) {
      parts.add(x.tape().zeros(x.shape().withRows(rows - to), x.dtype()));
    }
    return List.of(Var.concatRows(parts.toArray(Var[]::new)));
  }
}
