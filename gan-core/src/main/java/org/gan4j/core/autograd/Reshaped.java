package org.gan4j.core.autograd;

import java.util.List;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/** The same elements in another shape. */
record Reshaped(Shape shape) implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(inputs.get(0).reshape(shape));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    return List.of(upstream.get(0).reshape(node.input(0).shape()));
  }
}
