package org.gan4j.peers.step;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A dense network in doubles and plain loops, with its gradients and Adam. */
final class ReferenceNetwork {
  private final List<Dense> layers;
  private final boolean endsInTanh;

  ReferenceNetwork(List<DenseWeights> weights, boolean endsInTanh) {
    layers = weights.stream().map(Dense::new).toList();
    this.endsInTanh = endsInTanh;
  }

  /** The input and the output of each layer. */
  List<double[][]> forward(double[][] x) {
    List<double[][]> activations = new ArrayList<>();
    activations.add(x);
    for (int i = 0; i < layers.size(); i++) {
      double[][] z = layers.get(i).forward(activations.get(i));
      boolean last = i == layers.size() - 1;
      for (double[] row : z) {
        for (int o = 0; o < row.length; o++) {
          row[o] = last ? end(row[o]) : row[o] > 0 ? row[o] : StepInputs.SLOPE * row[o];
        }
      }
      activations.add(z);
    }
    return activations;
  }

  private double end(double z) {
    return endsInTanh ? Math.tanh(z) : z;
  }

  /** Adds to the gradients, and returns that of the input. */
  double[][] backward(List<double[][]> activations, double[][] outputGradient) {
    double[][] gradient = outputGradient;
    for (int i = layers.size() - 1; i >= 0; i--) {
      double[][] output = activations.get(i + 1);
      for (int r = 0; r < gradient.length; r++) {
        for (int o = 0; o < gradient[r].length; o++) {
          gradient[r][o] *= derivative(output[r][o], i == layers.size() - 1);
        }
      }
      gradient = layers.get(i).backward(activations.get(i), gradient);
    }
    return gradient;
  }

  /** By the output of the activation, whose sign is that of its input. */
  private double derivative(double output, boolean last) {
    if (last) {
      return endsInTanh ? 1 - output * output : 1;
    }
    return output > 0 ? 1 : StepInputs.SLOPE;
  }

  /** Updates the parameters and clears the gradients. */
  void update(int step) {
    layers.forEach(layer -> layer.update(step));
    clear();
  }

  void clear() {
    layers.forEach(Dense::clear);
  }

  /** A layer; the gradients of its weights are in the order of the weights. */
  private static final class Dense {
    private final int inputs;
    private final int outputs;
    private final AdamState weight;
    private final AdamState bias;

    Dense(DenseWeights initial) {
      inputs = initial.inputs();
      outputs = initial.outputs();
      weight = new AdamState(initial.weight());
      bias = new AdamState(initial.bias());
    }

    double[][] forward(double[][] x) {
      double[][] z = new double[x.length][outputs];
      rows(x.length)
          .forEach(
              r -> {
                for (int o = 0; o < outputs; o++) {
                  double sum = bias.values[o];
                  for (int i = 0; i < inputs; i++) {
                    sum += weight.values[o * inputs + i] * x[r][i];
                  }
                  z[r][o] = sum;
                }
              });
      return z;
    }

    double[][] backward(double[][] x, double[][] dz) {
      rows(outputs).forEach(o -> addGradient(o, x, dz));
      double[][] dx = new double[x.length][inputs];
      rows(x.length)
          .forEach(
              r -> {
                for (int o = 0; o < outputs; o++) {
                  for (int i = 0; i < inputs; i++) {
                    dx[r][i] += dz[r][o] * weight.values[o * inputs + i];
                  }
                }
              });
      return dx;
    }

    private void addGradient(int o, double[][] x, double[][] dz) {
      for (int r = 0; r < x.length; r++) {
        bias.gradient[o] += dz[r][o];
        for (int i = 0; i < inputs; i++) {
          weight.gradient[o * inputs + i] += dz[r][o] * x[r][i];
        }
      }
    }

    void update(int step) {
      weight.update(step);
      bias.update(step);
    }

    void clear() {
      weight.clear();
      bias.clear();
    }

    private static IntStream rows(int n) {
      return IntStream.range(0, n).parallel();
    }
  }
}
