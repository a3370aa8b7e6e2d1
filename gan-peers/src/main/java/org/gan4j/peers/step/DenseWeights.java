package org.gan4j.peers.step;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.core.Expect;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.nn.Layer;

/**
 * The initial weights of a dense layer.
 *
 * @shape weight [outputs, inputs], row-major; bias [outputs]
 * @param inputs the number of inputs
 * @param outputs the number of outputs
 * @param weight the weights
 * @param bias the biases
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and handed to natives as it is
record DenseWeights(int inputs, int outputs, float[] weight, float[] bias) {
  /** Those of a network of dense layers, from the first to the last. */
  static List<DenseWeights> of(Layer network) {
    List<Parameter> parameters = network.parameters();
    return IntStream.range(0, parameters.size() / 2)
        .mapToObj(i -> of(parameters.get(2 * i), parameters.get(2 * i + 1)))
        .toList();
  }

  private static DenseWeights of(Parameter weight, Parameter bias) {
    Expect.that(
        weight.shape().rank() == 2 && bias.shape().rank() == 1,
        "peer step",
        "a network of dense layers, as of TOY, SMALL, MEDIUM and LARGE",
        weight + " and " + bias);
    return new DenseWeights(
        weight.shape().dim(1),
        weight.shape().dim(0),
        weight.value().toFloats(),
        bias.value().toFloats());
  }
}
