package org.gan4j.peers.step;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A parameter with its gradient and Adam's moments, in doubles. */
final class AdamState {
  final double[] values;
  final double[] gradient;
  private final double[] first;
  private final double[] second;

  AdamState(float[] initial) {
    values = IntStream.range(0, initial.length).mapToDouble(i -> initial[i]).toArray();
    gradient = new double[initial.length];
    first = new double[initial.length];
    second = new double[initial.length];
  }

  /**
   * Updates the values in the form of Kingma and Ba, Algorithm 1.
   *
   * @param step the number of the update, from 1
   */
  void update(int step) {
    double firstScale = 1 / (1 - Math.pow(StepInputs.BETA1, step));
    double secondScale = 1 / (1 - Math.pow(StepInputs.BETA2, step));
    for (int i = 0; i < values.length; i++) {
      first[i] += (1 - StepInputs.BETA1) * (gradient[i] - first[i]);
      second[i] += (1 - StepInputs.BETA2) * (gradient[i] * gradient[i] - second[i]);
      values[i] -=
          StepInputs.RATE
              * first[i]
              * firstScale
              / (Math.sqrt(second[i] * secondScale) + StepInputs.EPSILON);
    }
  }

  void clear() {
    Arrays.fill(gradient, 0);
  }
}
