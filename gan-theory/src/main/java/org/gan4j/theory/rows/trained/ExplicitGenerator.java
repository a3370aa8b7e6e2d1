package org.gan4j.theory.rows.trained;

import org.gan4j.core.Shape;
import org.gan4j.losses.divergence.Density;
import org.gan4j.nn.Layer;
import org.gan4j.nn.LayerSpec;

/**
 * A generator of numbers from z ~ N(0, 1) with a known density, so the result can be measured
 * without samples. The trainer does not use the density.
 */
interface ExplicitGenerator extends LayerSpec {
  @Override
  default Shape outputShape(Shape input) {
    if (!input.equals(Shape.of(1))) {
      throw new IllegalArgumentException("generator: expected input [1], got " + input);
    }
    return Shape.of(1);
  }

  /**
   * Returns the density of G(z), z ~ N(0, 1).
   *
   * @param built a network built from this recipe; its current parameters are used
   * @return q, independent of later updates of the network
   */
  Density density(Layer built);
}
