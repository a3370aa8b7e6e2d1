package org.gan4j.nn;

import org.gan4j.core.Shape;

/** Checks the input of layers that take vectors. */
final class Vectors {
  private Vectors() {}

  static int features(String layer, Shape input) {
    if (input.rank() != 1) {
      throw new IllegalArgumentException(
          layer + ": expected vectors [features] as input, got " + input);
    }
    return input.dim(0);
  }
}
