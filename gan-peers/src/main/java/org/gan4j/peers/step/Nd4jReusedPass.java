package org.gan4j.peers.step;

import java.util.List;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.LeakyReLU;
import org.nd4j.linalg.api.ops.impl.transforms.gradient.LeakyReLUDerivative;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The passes of a dense network over batches of one size, with ND4J's arrays and gradients by hand.
 * Every result is in an array that is allocated once, in column-major order, so that products need
 * no copies; activations are applied in place.
 */
final class Nd4jReusedPass {
  private final List<Nd4jLayer> layers;
  private final boolean endsInTanh;
  private final INDArray[] outputs;
  private final INDArray[] derivatives;
  private final INDArray[] inputGradients;
  private final INDArray[] weightGradients;
  private final INDArray[] biasGradients;
  private INDArray input;

  Nd4jReusedPass(List<Nd4jLayer> layers, long rows, boolean endsInTanh) {
    this.layers = layers;
    this.endsInTanh = endsInTanh;
    outputs = each(layer -> array(rows, layer.bias().columns()));
    derivatives = each(layer -> array(rows, layer.bias().columns()));
    inputGradients = each(layer -> array(rows, layer.weight().rows()));
    weightGradients = each(layer -> array(layer.weight().rows(), layer.weight().columns()));
    biasGradients = each(layer -> array(1, layer.bias().columns()));
  }

  private INDArray[] each(Function<Nd4jLayer, INDArray> of) {
    return layers.stream().map(of).toArray(INDArray[]::new);
  }

  static INDArray array(long rows, long columns) {
    return Nd4j.createUninitialized(DataType.FLOAT, new long[] {rows, columns}, 'f');
  }

  /** The output; it is valid until the next pass. */
  INDArray forward(INDArray batch) {
    input = batch;
    for (int i = 0; i < outputs.length; i++) {
      Nd4jLayer layer = layers.get(i);
      input(i).mmuli(layer.weight(), outputs[i]);
      outputs[i].addiRowVector(layer.bias());
      if (i < outputs.length - 1) {
        Nd4j.getExecutioner().exec(new LeakyReLU(outputs[i], outputs[i], StepInputs.SLOPE));
      } else if (endsInTanh) {
        Nd4j.getExecutioner().exec(new Tanh(outputs[i], outputs[i]));
      }
    }
    return outputs[outputs.length - 1];
  }

  private INDArray input(int layer) {
    return layer == 0 ? input : outputs[layer - 1];
  }

  /** Computes the gradients of the parameters; overwrites the gradient of the output. */
  void backward(INDArray outputGradient) {
    INDArray gradient = outputGradient;
    for (int i = outputs.length - 1; i >= 0; i--) {
      throughActivation(i, gradient);
      Nd4j.gemm(input(i), gradient, weightGradients[i], true, false, 1, 0);
      gradient.sum(biasGradients[i], true, 0);
      if (i > 0) {
        gradient = throughWeight(i, gradient);
      }
    }
  }

  /** The gradient of the input alone; overwrites the gradient of the output. */
  INDArray inputGradient(INDArray outputGradient) {
    INDArray gradient = outputGradient;
    for (int i = outputs.length - 1; i >= 0; i--) {
      throughActivation(i, gradient);
      gradient = throughWeight(i, gradient);
    }
    return gradient;
  }

  private INDArray throughWeight(int layer, INDArray gradient) {
    return Nd4j.gemm(
        gradient, layers.get(layer).weight(), inputGradients[layer], false, true, 1, 0);
  }

  /** By the output of leaky ReLU, whose sign is that of its input. */
  private void throughActivation(int layer, INDArray gradient) {
    INDArray output = outputs[layer];
    INDArray derivative = derivatives[layer];
    if (layer < outputs.length - 1) {
      Nd4j.getExecutioner().exec(new LeakyReLUDerivative(output, derivative, StepInputs.SLOPE));
      gradient.muli(derivative);
    } else if (endsInTanh) {
      output.muli(output, derivative);
      derivative.rsubi(1);
      gradient.muli(derivative);
    }
  }

  /**
   * Updates the parameters.
   *
   * @param iteration the number of updates before this one
   */
  void update(int iteration) {
    for (int i = 0; i < outputs.length; i++) {
      layers.get(i).update(weightGradients[i], biasGradients[i], iteration);
    }
  }
}
