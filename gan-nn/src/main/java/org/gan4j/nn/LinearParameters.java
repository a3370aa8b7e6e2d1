package org.gan4j.nn;

import java.util.random.RandomGenerator;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.init.Fans;
import org.gan4j.nn.init.Initializer;

/**
 * The weight and bias of one or more linear functions x · Wᵀ + b of the same input. Each function
 * is initialised separately; their rows are stacked.
 *
 * @param in inputs of each function
 * @param units outputs of each function
 * @param pieces the number of functions
 */
record LinearParameters(int in, int units, int pieces) {
  /** W, {@code [pieces · units, in]}. */
  Parameter weight(Initializer initializer, Rng init, Backend backend) {
    RandomGenerator draws = init.stream("weight").at(0);
    double[] values = new double[Shape.of(rows(), in).length()];
    for (int piece = 0; piece < pieces; piece++) {
      double[] drawn = initializer.draw(Fans.dense(in, units), draws);
      System.arraycopy(drawn, 0, values, piece * drawn.length, drawn.length);
    }
    String name = init.stream("weight").name();
    return new Parameter(backend, name, Shape.of(rows(), in), backend.dtype(), values);
  }

  /** b, {@code [pieces · units]}. */
  Parameter bias(Initializer initializer, Rng init, Backend backend) {
    RandomGenerator draws = init.stream("bias").at(0);
    double[] values = initializer.bias(rows(), Fans.dense(in, rows()), draws);
    String name = init.stream("bias").name();
    return new Parameter(backend, name, Shape.of(rows()), backend.dtype(), values);
  }

  /** The number of weights and biases. */
  long count() {
    return Shape.of(units, pieces, in).size() + Shape.of(units, pieces).size();
  }

  private int rows() {
    return Shape.of(units, pieces).length();
  }
}
