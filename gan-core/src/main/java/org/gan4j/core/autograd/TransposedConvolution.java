package org.gan4j.core.autograd;

import static org.gan4j.core.autograd.Var.gradients;

import java.util.List;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Window;

/** The adjoint of a convolution by its maps; inputs g, w. */
record TransposedConvolution(Window window, int height, int width) implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    Tensor g = inputs.get(0);
    Tensor w = inputs.get(1);
    return List.of(backend.convTranspose2d(g, w, null, window, height, width, Activation.IDENTITY));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    Var u = upstream.get(0);
    return gradients(
        needed[0] ? Convolution.of(u, node.input(1), window) : null,
        needed[1] ? ConvolutionWeights.of(u, node.input(0), window) : null);
  }

  /** The adjoint for maps of the given shape {@code [n, h, w, c]}. */
  static Var of(Var g, Var w, Window window, Shape maps) {
    return Var.apply(new TransposedConvolution(window, maps.dim(1), maps.dim(2)), g, w);
  }
}
