package org.gan4j.core.autograd;

import static org.gan4j.core.autograd.Var.gradients;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Window;

/** The adjoint of a convolution by its weights; inputs x, g. */
record ConvolutionWeights(Window window) implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.conv2dWeights(inputs.get(0), inputs.get(1), window));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    Var x = node.input(0);
    Var u = upstream.get(0);
    return gradients(
        needed[0] ? TransposedConvolution.of(node.input(1), u, window, x.shape()) : null,
        needed[1] ? Convolution.of(x, u, window) : null);
  }

  static Var of(Var x, Var g, Window window) {
    return Var.apply(new ConvolutionWeights(window), x, g);
  }
}
