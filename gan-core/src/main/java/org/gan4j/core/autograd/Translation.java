package org.gan4j.core.autograd;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Shift;

/** Each sample's maps moved; the adjoint moves them back. */
record Translation(List<Shift> shifts) implements Primitive {
  Translation {
    shifts = List.copyOf(shifts);
  }

  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.translate(inputs.get(0), shifts));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    return List.of(upstream.get(0).translate(shifts.stream().map(Shift::opposite).toList()));
  }
}
