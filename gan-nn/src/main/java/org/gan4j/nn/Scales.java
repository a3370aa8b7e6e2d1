package org.gan4j.nn;

import java.util.Arrays;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;

/** The trained scale and shift of each feature after a normalisation. */
final class Scales {
  private Scales() {}

  /** The scales, initially 1. */
  static Parameter weight(Rng init, Backend backend, int features) {
    return parameter("weight", init, backend, Shape.of(features), 1);
  }

  /** The shifts, initially 0. */
  static Parameter bias(Rng init, Backend backend, int features) {
    return parameter("bias", init, backend, Shape.of(features), 0);
  }

  /** The scales of each class, initially 1, [classes, features]. */
  static Parameter weights(Rng init, Backend backend, int classes, int features) {
    return parameter("weight", init, backend, Shape.of(classes, features), 1);
  }

  /** The shifts of each class, initially 0, [classes, features]. */
  static Parameter biases(Rng init, Backend backend, int classes, int features) {
    return parameter("bias", init, backend, Shape.of(classes, features), 0);
  }

  private static Parameter parameter(
      String name, Rng init, Backend backend, Shape shape, double value) {
    double[] values = new double[shape.length()];
    Arrays.fill(values, value);
    return new Parameter(backend, init.stream(name).name(), shape, backend.dtype(), values);
  }
}
