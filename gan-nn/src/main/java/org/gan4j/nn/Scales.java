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
    return parameter("weight", init, backend, features, 1);
  }

  /** The shifts, initially 0. */
  static Parameter bias(Rng init, Backend backend, int features) {
    return parameter("bias", init, backend, features, 0);
  }

  private static Parameter parameter(
      String name, Rng init, Backend backend, int features, double value) {
    double[] values = new double[features];
    Arrays.fill(values, value);
    return new Parameter(
        backend, init.stream(name).name(), Shape.of(features), backend.dtype(), values);
  }
}
