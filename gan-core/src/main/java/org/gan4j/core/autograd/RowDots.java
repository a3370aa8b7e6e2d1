package org.gan4j.core.autograd;

import static org.gan4j.core.autograd.Var.gradients;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/** The dot product of each row of [n, c] with the same row of another, [n, 1]. */
record RowDots() implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.rowDots(inputs.get(0), inputs.get(1)));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    Var g = upstream.get(0);
    return gradients(
        needed[0] ? node.input(1).scaleRows(g) : null,
        needed[1] ? node.input(0).scaleRows(g) : null);
  }
}
