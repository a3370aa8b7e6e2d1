package org.gan4j.core.autograd;

import static org.gan4j.core.autograd.Var.gradients;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Window;

/** activation(x ∗ w + bias), fused; inputs x, w, bias. */
record FusedConvolution(Window window, Activation activation) implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    Tensor x = inputs.get(0);
    return List.of(backend.conv2d(x, inputs.get(1), inputs.get(2), window, activation));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    Var x = node.input(0);
    List<Var> back = ActivationBackward.ofMaps(activation, node.output(0), upstream.get(0), needed);
    Var delta = back.get(0);
    return gradients(
        needed[0] ? TransposedConvolution.of(delta, node.input(1), window, x.shape()) : null,
        needed[1] ? ConvolutionWeights.of(x, delta, window) : null,
        needed[2] ? back.get(1) : null);
  }
}
