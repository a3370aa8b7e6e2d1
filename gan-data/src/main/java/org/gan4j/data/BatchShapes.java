package org.gan4j.data;

import org.gan4j.core.Expect;
import org.gan4j.core.Shape;

/** The argument check of every batch source. */
final class BatchShapes {
  private BatchShapes() {}

  /** {@return how many samples fit into the array} */
  static int rows(String where, long step, Shape sampleShape, float[] destination) {
    Expect.atLeast(where, "a step", step, 0);
    long features = sampleShape.size();
    if (destination.length == 0 || destination.length % features != 0) {
      throw Expect.failure(
          where,
          "room for one or more samples of shape " + sampleShape,
          "an array of " + destination.length + " values");
    }
    return Math.toIntExact(destination.length / features);
  }
}
