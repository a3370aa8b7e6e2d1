package org.gan4j.core.autograd;

import static org.gan4j.core.autograd.Var.gradients;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Window;

/** activation(z + bias), fused, with z the transposed convolution; inputs g, w, bias. */
record FusedTransposedConvolution(Window window, int height, int width, Activation activation)
    implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    Tensor g = inputs.get(0);
    Tensor w = inputs.get(1);
    Tensor bias = inputs.get(2);
    return List.of(backend.convTranspose2d(g, w, bias, window, height, width, activation));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    List<Var> back = ActivationBackward.ofMaps(activation, node.output(0), upstream.get(0), needed);
    Var delta = back.get(0);
    return gradients(
        needed[0] ? Convolution.of(delta, node.input(1), window) : null,
        needed[1] ? ConvolutionWeights.of(delta, node.input(0), window) : null,
        needed[2] ? back.get(1) : null);
  }
}
