package org.gan4j.nn;

import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;

/**
 * An activation as a layer of its own, for networks that normalise between a {@link Dense} layer
 * and its activation. Otherwise use the fused activation of {@link Dense}.
 *
 * @shape [n, …] to the same
 * @param activation applied to each element
 */
public record Activate(Activation activation) implements LayerSpec {
  /**
   * Checks that there is an activation.
   *
   * @param activation applied to each element
   */
  public Activate {
    Expect.nonNull("activate", "an activation", activation);
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    return new Stateless(x -> x.activate(activation), (x, to) -> to.activate(x, activation));
  }
}
