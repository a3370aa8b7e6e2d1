package org.gan4j.nn;

import java.util.Locale;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;

/**
 * Makes each sample feature maps, in row-major order.
 *
 * @shape [n, …] to [n, height, width, channels]
 * @param height the maps' height, at least 1
 * @param width the maps' width, at least 1
 * @param channels the number of maps, at least 1
 */
public record Reshape(int height, int width, int channels) implements LayerSpec {
  /**
   * Checks the extents.
   *
   * @param height the maps' height, at least 1
   * @param width the maps' width, at least 1
   * @param channels the number of maps, at least 1
   */
  public Reshape {
    Expect.atLeast("reshape", "a height", height, 1);
    Expect.atLeast("reshape", "a width", width, 1);
    Expect.count("reshape", "channel", channels, 1);
  }

  @Override
  public Shape outputShape(Shape input) {
    Shape maps = Shape.of(height, width, channels);
    Expect.that(
        maps.size() == input.size(),
        "reshape",
        "samples of " + maps.size() + " numbers for maps " + maps,
        input);
    return maps;
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    Shape maps = outputShape(input);
    return new Stateless(
        x -> x.reshape(maps.batch(x.shape().rows())),
        (x, to) -> {
          to.module(
              String.format(Locale.ROOT, "nn.Unflatten(1, (%d, %d, %d))", channels, height, width));
          return to.maps(x, maps);
        });
  }
}
