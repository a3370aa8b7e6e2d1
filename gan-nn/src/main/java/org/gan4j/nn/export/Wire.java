package org.gan4j.nn.export;

import org.gan4j.core.Shape;

/**
 * A batch on its way through a graph.
 *
 * @shape in the graph [n, features] or [n, channels, height, width]
 * @param name its name in the graph
 * @param shape one sample as recipes see it: [features] or [height, width, channels]
 * @param order where the graph has which feature or channel
 */
public record Wire(String name, Shape shape, Order order) {
  /** {@return whether the samples are feature maps, not vectors} */
  public boolean isMaps() {
    return shape.rank() == 3;
  }
}
