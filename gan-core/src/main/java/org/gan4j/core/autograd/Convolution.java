package org.gan4j.core.autograd;

import static org.gan4j.core.autograd.Var.gradients;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Window;

/**
 * Maps convolved with weights; inputs x, w. With its two adjoints {@link TransposedConvolution} and
 * {@link ConvolutionWeights} it is closed under differentiation: all three are derivatives of the
 * trilinear form Σ g ⊙ (x ∗ w), each by one argument.
 */
record Convolution(Window window) implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.conv2d(inputs.get(0), inputs.get(1), null, window, Activation.IDENTITY));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    Var x = node.input(0);
    Var g = upstream.get(0);
    return gradients(
        needed[0] ? TransposedConvolution.of(g, node.input(1), window, x.shape()) : null,
        needed[1] ? ConvolutionWeights.of(x, g, window) : null);
  }

  static Var of(Var x, Var w, Window window) {
    return Var.apply(new Convolution(window), x, w);
  }
}
