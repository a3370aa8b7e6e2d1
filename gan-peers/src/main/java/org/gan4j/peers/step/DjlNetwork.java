package org.gan4j.peers.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.List;

/** A dense network with DJL's functions, and its Adam. */
final class DjlNetwork {
  private final List<NDArray> weights = new ArrayList<>();
  private final List<NDArray> biases = new ArrayList<>();
  private final boolean endsInTanh;
  private final Optimizer adam =
      Adam.builder()
          .optLearningRateTracker(Tracker.fixed((float) StepInputs.RATE))
          .optBeta1((float) StepInputs.BETA1)
          .optBeta2((float) StepInputs.BETA2)
          .optEpsilon((float) StepInputs.UNCORRECTED_EPSILON)
          .build();

  DjlNetwork(List<DenseWeights> layers, boolean endsInTanh, NDManager manager) {
    this.endsInTanh = endsInTanh;
    for (DenseWeights layer : layers) {
      Shape shape = new Shape(layer.outputs(), layer.inputs());
      weights.add(manager.create(layer.weight(), shape));
      biases.add(manager.create(layer.bias()));
    }
    setRequiresGradient(true);
  }

  void setRequiresGradient(boolean required) {
    weights.forEach(weight -> weight.setRequiresGradient(required));
    biases.forEach(bias -> bias.setRequiresGradient(required));
  }

  NDArray forward(NDArray input) {
    NDArray x = input;
    for (int i = 0; i < weights.size(); i++) {
      NDArray z = Linear.linear(x, weights.get(i), biases.get(i)).singletonOrThrow();
      x = activation(i, z);
    }
    return x;
  }

  private NDArray activation(int layer, NDArray z) {
    if (layer < weights.size() - 1) {
      return Activation.leakyRelu(z, (float) StepInputs.SLOPE);
    }
    return endsInTanh ? Activation.tanh(z) : z;
  }

  /** Updates the parameters; DJL's Adam clears the gradients. */
  void update() {
    for (int i = 0; i < weights.size(); i++) {
      update("weight" + i, weights.get(i));
      update("bias" + i, biases.get(i));
    }
  }

  private void update(String name, NDArray parameter) {
    try (NDArray gradient = parameter.getGradient()) {
      adam.update(name, parameter, gradient);
    }
  }
}
