package org.gan4j.peers.step;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** A dense network with ND4J's arrays and gradients by hand, with a new array for each result. */
final class Nd4jNetwork {
  private final List<Nd4jLayer> layers;
  private final boolean endsInTanh;

  Nd4jNetwork(List<DenseWeights> weights, boolean endsInTanh) {
    layers = Nd4jLayer.of(weights);
    this.endsInTanh = endsInTanh;
  }

  /**
   * A forward pass.
   *
   * @param x the input of each layer, and the output of the last
   * @param z the value of each layer before its activation
   */
  record Forward(List<INDArray> x, List<INDArray> z) {
    INDArray output() {
      return x.get(x.size() - 1);
    }
  }

  /**
   * The gradients of a layer.
   *
   * @param weight by its weights
   * @param bias by its biases
   */
  record Gradient(INDArray weight, INDArray bias) {}

  Forward forward(INDArray input, Temporaries arrays) {
    List<INDArray> xs = new ArrayList<>(List.of(input));
    List<INDArray> zs = new ArrayList<>();
    INDArray x = input;
    for (int i = 0; i < layers.size(); i++) {
      Nd4jLayer layer = layers.get(i);
      INDArray z = arrays.of(arrays.of(x.mmul(layer.weight())).addRowVector(layer.bias()));
      x = activation(i, z, arrays);
      zs.add(z);
      xs.add(x);
    }
    return new Forward(xs, zs);
  }

  private INDArray activation(int layer, INDArray z, Temporaries arrays) {
    if (layer < layers.size() - 1) {
      return arrays.of(Transforms.leakyRelu(z, StepInputs.SLOPE));
    }
    return endsInTanh ? arrays.of(Transforms.tanh(z)) : z;
  }

  /** The gradients of the layers, from the first to the last. */
  List<Gradient> backward(Forward forward, INDArray outputGradient, Temporaries arrays) {
    List<Gradient> gradients = new ArrayList<>();
    INDArray gradient = outputGradient;
    for (int i = layers.size() - 1; i >= 0; i--) {
      INDArray dz = throughActivation(i, forward, gradient, arrays);
      gradients.add(
          new Gradient(
              arrays.of(forward.x().get(i).transpose().mmul(dz)), arrays.of(dz.sum(true, 0))));
      gradient = i == 0 ? gradient : throughWeight(i, dz, arrays);
    }
    Collections.reverse(gradients);
    return gradients;
  }

  /** The gradient of the input alone. */
  INDArray inputGradient(Forward forward, INDArray outputGradient, Temporaries arrays) {
    INDArray gradient = outputGradient;
    for (int i = layers.size() - 1; i >= 0; i--) {
      gradient = throughWeight(i, throughActivation(i, forward, gradient, arrays), arrays);
    }
    return gradient;
  }

  private INDArray throughWeight(int layer, INDArray dz, Temporaries arrays) {
    return arrays.of(dz.mmul(layers.get(layer).weight().transpose()));
  }

  private INDArray throughActivation(
      int layer, Forward forward, INDArray gradient, Temporaries arrays) {
    if (layer < layers.size() - 1) {
      INDArray z = forward.z().get(layer);
      return arrays.of(
          gradient.mul(arrays.of(Transforms.leakyReluDerivative(z, StepInputs.SLOPE))));
    }
    if (!endsInTanh) {
      return gradient;
    }
    INDArray y = forward.output();
    return arrays.of(gradient.mul(arrays.of(arrays.of(y.mul(y)).rsub(1))));
  }

  void update(List<Gradient> gradients, int iteration) {
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).update(gradients.get(i).weight(), gradients.get(i).bias(), iteration);
    }
  }
}
