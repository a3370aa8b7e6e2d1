package org.gan4j.nn;

import org.gan4j.core.Expect;
import org.gan4j.core.Shape;

/** Checks the input of layers that take vectors. */
final class Vectors {
  private Vectors() {}

  static int features(String layer, Shape input) {
    Expect.that(input.rank() == 1, layer, "vectors [features] as input", input);
    return input.dim(0);
  }
}
