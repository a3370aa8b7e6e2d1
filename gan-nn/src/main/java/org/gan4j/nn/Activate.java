package org.gan4j.nn;

import java.util.Objects;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;

/**
 * An activation alone, for networks that normalise before it; {@link Dense} has its own, fused.
 *
 * @param activation applied to each element
 */
public record Activate(Activation activation) implements LayerSpec {
  /**
   * Checks that there is one.
   *
   * @param activation applied to each element
   */
  public Activate {
    Objects.requireNonNull(activation, "activate: expected an activation, got null");
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    return new Pointwise(x -> x.activate(activation));
  }
}
