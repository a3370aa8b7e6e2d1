package org.gan4j.core.autograd;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/** scale · x + shift. */
record Affine(double scale, double shift) implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.affine(inputs.get(0), scale, shift));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    Var g = upstream.get(0);
    return List.of(scale == 1 ? g : g.multiply(scale));
  }
}
