package org.gan4j.speed.workload;

import java.util.random.RandomGenerator;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;

/** Random operands with fixed seeds: products of zeros can be faster than real ones. */
final class Operands {
  private Operands() {}

  /** Uniform values in [−1, 1), the same for every backend. */
  static double[] values(String name, Shape shape) {
    RandomGenerator draws = Rng.ofSeed(3).stream("bench/" + name).at(0);
    double[] values = new double[shape.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = 2 * draws.nextDouble() - 1;
    }
    return values;
  }

  static Tensor tensor(Backend backend, String name, int... dims) {
    return tensor(backend, name, Shape.of(dims));
  }

  static Tensor tensor(Backend backend, String name, Shape shape) {
    return backend.tensor(shape, backend.dtype(), values(name, shape));
  }
}
