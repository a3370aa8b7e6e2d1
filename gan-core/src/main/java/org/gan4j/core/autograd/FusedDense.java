package org.gan4j.core.autograd;

import static org.gan4j.core.autograd.Var.gradients;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;

/** activation(x · wᵀ + bias), fused; inputs x, w, bias. */
record FusedDense(Activation activation) implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.dense(inputs.get(0), inputs.get(1), inputs.get(2), activation));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    Primitive backward = new ActivationBackward(activation, needed[2]);
    Var y = node.output(0);
    List<Var> results = y.tape().apply(backward, y, upstream.get(0));
    Var delta = results.get(0);
    return gradients(
        needed[0] ? delta.matmul(node.input(1)) : null,
        needed[1] ? delta.matmul(true, node.input(0), false) : null,
        needed[2] ? results.get(1) : null);
  }
}
