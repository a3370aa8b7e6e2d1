package org.gan4j.core.autograd;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/** The rows of all inputs, one input after another. */
record ConcatRows() implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.concatRows(inputs));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    Var[] gradients = new Var[needed.length];
    int at = 0;
    for (int i = 0; i < needed.length; i++) {
      int rows = node.input(i).shape().rows();
      gradients[i] = needed[i] ? upstream.get(0).rows(at, at + rows) : null;
      at += rows;
    }
    return Var.gradients(gradients);
  }
}
