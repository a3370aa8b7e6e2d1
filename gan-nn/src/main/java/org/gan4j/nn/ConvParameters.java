package org.gan4j.nn;

import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.init.Fans;
import org.gan4j.nn.init.Initializer;

/**
 * The weight {@code [rows, kh·kw·channels]} and bias of a convolution or of a transposed one.
 *
 * @param fans the weight's extents and fans
 * @param biases how many biases there are
 */
record ConvParameters(Fans fans, int biases) {
  Parameter weight(Initializer initializer, Rng init, Backend backend) {
    double[] values = initializer.draw(fans, init.stream("weight").at(0));
    Shape shape = Shape.of(fans.rows(), fans.columns());
    return new Parameter(backend, init.stream("weight").name(), shape, backend.dtype(), values);
  }

  Parameter bias(Initializer initializer, Rng init, Backend backend) {
    double[] values = initializer.bias(biases, fans, init.stream("bias").at(0));
    return new Parameter(
        backend, init.stream("bias").name(), Shape.of(biases), backend.dtype(), values);
  }

  long count() {
    return Shape.of(fans.rows(), fans.columns()).size() + biases;
  }
}
