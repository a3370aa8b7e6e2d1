package org.gan4j.core.autograd;

import static org.gan4j.core.autograd.Var.gradients;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/** Each row of [n, c] times its factor in [n, 1]. */
record ScaleRows() implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.scaleRows(inputs.get(0), inputs.get(1)));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    Var g = upstream.get(0);
    return gradients(
        needed[0] ? g.scaleRows(node.input(1)) : null, needed[1] ? g.rowDots(node.input(0)) : null);
  }
}
