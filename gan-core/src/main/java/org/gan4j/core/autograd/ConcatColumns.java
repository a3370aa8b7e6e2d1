package org.gan4j.core.autograd;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/** Tensors joined along their innermost extent. */
record ConcatColumns() implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.concatColumns(inputs));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    List<Var> parts = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < needed.length; i++) {
      Shape shape = node.input(i).shape();
      int columns = shape.dim(shape.rank() - 1);
      parts.add(needed[i] ? upstream.get(0).columns(at, at + columns) : null);
      at += columns;
    }
    return parts;
  }
}
