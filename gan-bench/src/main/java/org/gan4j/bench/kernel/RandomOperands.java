package org.gan4j.bench.kernel;

import java.util.random.RandomGenerator;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;

/** Random operands with fixed seeds: products of zeros can be faster than real ones. */
final class RandomOperands {
  private RandomOperands() {}

  static double[] values(String name, Shape shape) {
    RandomGenerator draws = Rng.ofSeed(3).stream("bench/" + name).at(0);
    double[] values = new double[shape.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = 2 * draws.nextDouble() - 1;
    }
    return values;
  }

  static Tensor tensor(Backend backend, DType dtype, String name, int rows, int columns) {
    return tensor(backend, dtype, name, Shape.of(rows, columns));
  }

  static Tensor tensor(Backend backend, DType dtype, String name, Shape shape) {
    return backend.tensor(shape, dtype, values(name, shape));
  }
}
