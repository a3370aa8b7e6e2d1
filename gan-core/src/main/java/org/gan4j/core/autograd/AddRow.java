package org.gan4j.core.autograd;

import static org.gan4j.core.autograd.Var.gradients;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/** A row [c] added to every row of a matrix [n, c]. */
record AddRow() implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.addRow(inputs.get(0), inputs.get(1)));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    Var g = upstream.get(0);
    return gradients(g, needed[1] ? g.columnSums() : null);
  }
}
