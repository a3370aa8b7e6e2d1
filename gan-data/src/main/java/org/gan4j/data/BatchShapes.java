package org.gan4j.data;

import org.gan4j.core.Shape;

/** The check that every batch source makes of its arguments. */
final class BatchShapes {
  private BatchShapes() {}

  /** {@return how many samples the array holds} */
  static int rows(String where, long step, Shape sampleShape, float[] destination) {
    if (step < 0) {
      throw new IllegalArgumentException(where + ": expected a step >= 0, got " + step);
    }
    long features = sampleShape.size();
    if (destination.length == 0 || destination.length % features != 0) {
      throw new IllegalArgumentException(
          "%s: expected room for one or more samples of shape %s, got an array of %d values"
              .formatted(where, sampleShape, destination.length));
    }
    return Math.toIntExact(destination.length / features);
  }
}
