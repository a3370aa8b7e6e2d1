package org.gan4j.peers.step;

import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.AdamUpdater;
import org.nd4j.linalg.learning.config.Adam;

/**
 * The parameters of a dense layer in ND4J, with its Adam. Everything is in column-major order, as
 * the results of ND4J's products are.
 *
 * @param weight the weights, [inputs, outputs]
 * @param bias the biases, [1, outputs]
 * @param ofWeight changes the weights
 * @param ofBias changes the biases
 */
record Nd4jLayer(INDArray weight, INDArray bias, AdamUpdater ofWeight, AdamUpdater ofBias) {
  /** A network's layers. */
  static List<Nd4jLayer> of(List<DenseWeights> network) {
    return network.stream().map(Nd4jLayer::of).toList();
  }

  private static Nd4jLayer of(DenseWeights initial) {
    INDArray weight = weight(initial);
    INDArray bias = bias(initial);
    return new Nd4jLayer(weight, bias, adam(weight), adam(bias));
  }

  /** Returns the weights as ND4J and DL4J have them, [inputs, outputs]. */
  static INDArray weight(DenseWeights initial) {
    return Nd4j.create(initial.weight(), new long[] {initial.inputs(), initial.outputs()}, 'f');
  }

  /** Returns the biases, [1, outputs]. */
  static INDArray bias(DenseWeights initial) {
    return Nd4j.create(initial.bias(), new long[] {1, initial.outputs()}, 'f');
  }

  /** Returns the settings of ND4J's and DL4J's Adam. */
  static Adam settings() {
    return new Adam(
        StepInputs.RATE, StepInputs.BETA1, StepInputs.BETA2, StepInputs.UNCORRECTED_EPSILON);
  }

  private static AdamUpdater adam(INDArray parameter) {
    AdamUpdater adam = new AdamUpdater(settings());
    adam.setState(
        Map.of(AdamUpdater.M_STATE, zeros(parameter), AdamUpdater.V_STATE, zeros(parameter)), true);
    return adam;
  }

  private static INDArray zeros(INDArray parameter) {
    return Nd4j.createUninitialized(DataType.FLOAT, parameter.shape(), 'f').assign(0);
  }

  /**
   * Updates the parameters, and overwrites the gradients.
   *
   * @param iteration the number of updates before this one
   */
  void update(INDArray weightGradient, INDArray biasGradient, int iteration) {
    ofWeight.applyUpdater(weightGradient, iteration, 0);
    weight.subi(weightGradient);
    ofBias.applyUpdater(biasGradient, iteration, 0);
    bias.subi(biasGradient);
  }
}
