package org.gan4j.core.autograd;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/** Columns from (inclusive) to (exclusive) of the innermost extent. */
record SliceColumns(int from, int to) implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.sliceColumns(inputs.get(0), from, to));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    Var x = node.input(0);
    int columns = x.shape().dim(x.shape().rank() - 1);
    List<Var> parts = new ArrayList<>();
    if (from > 0) {
      parts.add(x.tape().zeros(x.shape().withColumns(from), x.dtype()));
    }
    parts.add(upstream.get(0));
    if (to < columns) {
      parts.add(x.tape().zeros(x.shape().withColumns(columns - to), x.dtype()));
    }
    return List.of(Var.concatColumns(parts.toArray(Var[]::new)));
  }
}
