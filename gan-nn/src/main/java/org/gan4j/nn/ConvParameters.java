package org.gan4j.nn;

import java.util.List;
import java.util.Locale;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Window;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.export.Attribute;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Order;
import org.gan4j.nn.export.Wire;
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

  /**
   * Adds a convolution or a transposed one to a graph.
   *
   * @param operator {@code Conv} or {@code ConvTranspose}
   * @param x maps
   * @param output a sample of the output
   */
  static Wire export(
      String operator,
      Wire x,
      Shape output,
      Parameter weight,
      Parameter bias,
      Window window,
      Export to) {
    int kernel = window.height();
    int stride = window.strideHeight();
    int padding = window.paddingHeight();
    int channels = output.dim(2);
    Export module =
        to.module(
            String.format(
                Locale.ROOT,
                "nn.%s2d(%d, %d, %d, stride=%d, padding=%d)",
                operator,
                x.shape().dim(2),
                channels,
                kernel,
                stride,
                padding));
    return module.apply(
        operator,
        x,
        output,
        Order.plain(channels),
        List.of(module.kernel("weight", weight, kernel), module.tensor("bias", bias)),
        Attribute.wholes("kernel_shape", kernel, kernel),
        Attribute.wholes("strides", stride, stride),
        Attribute.wholes("pads", padding, padding, padding, padding));
  }
}
