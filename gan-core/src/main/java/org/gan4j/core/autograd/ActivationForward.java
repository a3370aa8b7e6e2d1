package org.gan4j.core.autograd;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;

/** An activation on its own, not fused with a product. */
record ActivationForward(Activation activation) implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.activation(activation, inputs.get(0)));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    Primitive backward = new ActivationBackward(activation, false);
    return List.of(Var.apply(backward, node.output(0), upstream.get(0)));
  }
}
