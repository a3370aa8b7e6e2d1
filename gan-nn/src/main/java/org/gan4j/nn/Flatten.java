package org.gan4j.nn;

import org.gan4j.core.Shape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;

/**
 * Makes each sample a vector, in row-major order: of maps, [row, column, channel].
 *
 * @shape [n, …] to [n, features]
 */
public record Flatten() implements LayerSpec {
  @Override
  public Shape outputShape(Shape input) {
    return Shape.of(input.length());
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    int features = input.length();
    return new Stateless(
        x -> x.reshape(Shape.of(x.shape().rows(), features)),
        (x, to) -> {
          to.module("nn.Flatten()");
          return to.flattened(x);
        });
  }
}
