package org.gan4j.nn;

import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;

/**
 * Nearest-neighbour upsampling: each element of a map becomes a square block.
 *
 * @shape [n, h, w, c] to [n, h·factor, w·factor, c]
 * @param factor the blocks' height and width, at least 1
 */
public record Upsample(int factor) implements LayerSpec {
  /**
   * Checks the factor.
   *
   * @param factor the blocks' height and width, at least 1
   */
  public Upsample {
    Expect.atLeast("upsample", "a factor", factor, 1);
  }

  @Override
  public Shape outputShape(Shape input) {
    Shape maps = Maps.check("upsample", input);
    return Shape.of(
        Math.multiplyExact(maps.dim(0), factor),
        Math.multiplyExact(maps.dim(1), factor),
        maps.dim(2));
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    outputShape(input);
    return new Stateless(x -> x.upsample(factor, factor));
  }
}
