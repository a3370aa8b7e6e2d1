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
 * Average pooling: each square block of a map becomes its mean.
 *
 * @shape [n, h, w, c] to [n, h/factor, w/factor, c]
 * @param factor the blocks' height and width, at least 1; it divides both extents
 */
public record AveragePool(int factor) implements LayerSpec {
  /**
   * Checks the factor.
   *
   * @param factor the blocks' height and width, at least 1; it divides both extents
   */
  public AveragePool {
    Expect.atLeast("average pool", "a factor", factor, 1);
  }

  @Override
  public Shape outputShape(Shape input) {
    Shape maps = Maps.check("average pool", input);
    boolean divides = maps.dim(0) % factor == 0 && maps.dim(1) % factor == 0;
    Expect.that(divides, "average pool", "maps whose extents " + factor + " divides", maps);
    return Shape.of(maps.dim(0) / factor, maps.dim(1) / factor, maps.dim(2));
  }

  /** Adds it to a graph; also for {@link Conv2dAveragePool}. */
  Wire pooled(Wire x, Export to) {
    to.module("nn.AvgPool2d(" + factor + ")");
    return to.apply(
        "AveragePool",
        x,
        outputShape(x.shape()),
        x.order(),
        List.of(),
        Attribute.wholes("kernel_shape", factor, factor),
        Attribute.wholes("strides", factor, factor));
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    outputShape(input);
    return new Stateless(x -> x.averagePool(factor, factor), this::pooled);
  }
}
