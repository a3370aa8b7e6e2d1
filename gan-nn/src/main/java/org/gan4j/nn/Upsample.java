package org.gan4j.nn;

import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.export.Attribute;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Wire;

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
    return new Stateless(x -> x.upsample(factor, factor), this::enlarged);
  }

  /** Adds it to a graph; also for {@link UpsampleConv2d}. */
  Wire enlarged(Wire x, Export to) {
    to.module("nn.Upsample(scale_factor=" + factor + ")");
    return to.apply(
        "Resize",
        x,
        outputShape(x.shape()),
        x.order(),
        List.of("", to.reals(1, 1, factor, factor)),
        Attribute.text("mode", "nearest"),
        Attribute.text("coordinate_transformation_mode", "asymmetric"),
        Attribute.text("nearest_mode", "floor"));
  }
}
