package org.gan4j.data;

import java.util.random.RandomGenerator;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.random.RngStream;

/**
 * Samples made of three samples of a data set, drawn independently with replacement; three grey
 * pictures become the channels of one colour picture, whose values alternate. If there are k
 * classes, parts of the classes a, b and c make a stack of class (a·k + b)·k + c.
 *
 * @paper Metz et al. 2017, "Unrolled Generative Adversarial Networks", arXiv:1611.02163
 */
public final class StackedSamples implements BatchSource {
  /** How many samples a stack has. */
  public static final int HEIGHT = 3;

  private final LabelledDataset parts;
  private final RngStream stream;

  /**
   * Draws from a data set.
   *
   * @param parts the samples to stack
   * @param stream the source of randomness; its step s gives the batch of step s
   */
  public StackedSamples(LabelledDataset parts, RngStream stream) {
    this.parts = parts;
    this.stream = stream;
  }

  @Override
  public Shape sampleShape() {
    return Shape.of(Math.toIntExact(HEIGHT * parts.sampleShape().size()));
  }

  /**
   * {@inheritDoc}
   *
   * <p>At the same step, a smaller batch is the beginning of a larger one.
   */
  @Override
  public void batch(long step, float[] destination) {
    int rows = BatchShapes.rows("StackedSamples.batch", step, sampleShape(), destination);
    int features = destination.length / (HEIGHT * rows);
    RandomGenerator draws = stream.at(step);
    float[] part = new float[features];
    for (int stack = 0; stack < rows; stack++) {
      for (int channel = 0; channel < HEIGHT; channel++) {
        parts.copy(draws.nextInt(parts.size()), part, 0);
        int first = stack * HEIGHT * features + channel;
        for (int i = 0; i < features; i++) {
          destination[first + i * HEIGHT] = part[i];
        }
      }
    }
  }

  /**
   * Takes stacks apart.
   *
   * @shape stacks [n, features · 3], channels last; result [n · 3, features]
   * @param stacks whole stacks
   * @param features values of one part
   * @return the parts, those of a stack one after another
   * @throws IllegalArgumentException if the last stack is incomplete
   */
  public static float[] parts(float[] stacks, int features) {
    int size = Math.multiplyExact(HEIGHT, features);
    Expect.that(
        size > 0 && stacks.length % size == 0,
        "StackedSamples.parts",
        "whole stacks of " + size + " values",
        stacks.length + " values");
    float[] apart = new float[stacks.length];
    for (int i = 0; i < stacks.length; i++) {
      int stack = i / size;
      int channel = i % HEIGHT;
      apart[(stack * HEIGHT + channel) * features + i % size / HEIGHT] = stacks[i];
    }
    return apart;
  }

  @Override
  public void labels(long step, int[] destination) {
    Expect.atLeast("StackedSamples.labels", "a step", step, 0);
    RandomGenerator draws = stream.at(step);
    int[] partLabels = new int[Math.multiplyExact(destination.length, HEIGHT)];
    for (int i = 0; i < partLabels.length; i++) {
      partLabels[i] = parts.label(draws.nextInt(parts.size()));
    }
    System.arraycopy(labels(partLabels, parts.classes()), 0, destination, 0, destination.length);
  }

  /** {@return the number of classes of stacks: the cube of the number of classes of the parts} */
  @Override
  public int classes() {
    return classes(parts.classes());
  }

  /**
   * Returns the number of classes of stacks.
   *
   * @param partClasses the number of classes of a stack's parts
   * @return its cube
   * @throws ArithmeticException if that is more than an int holds
   */
  public static int classes(int partClasses) {
    return Math.multiplyExact(partClasses, Math.multiplyExact(partClasses, partClasses));
  }

  /**
   * Returns the classes of stacks whose parts' classes are known.
   *
   * @param partLabels the classes of the parts, stack by stack
   * @param partClasses the number of classes of the parts
   * @return the class of each stack, (a·k + b)·k + c
   * @throws IllegalArgumentException if the last stack is incomplete, or a class is out of range
   * @shape partLabels [n · 3], result [n]
   */
  public static int[] labels(int[] partLabels, int partClasses) {
    Expect.that(
        partLabels.length % HEIGHT == 0,
        "StackedSamples.labels",
        HEIGHT + " classes per stack",
        partLabels.length + " in total");
    int[] labels = new int[partLabels.length / HEIGHT];
    for (int i = 0; i < partLabels.length; i++) {
      if (partLabels[i] < 0 || partLabels[i] >= partClasses) {
        throw Expect.failure(
            "StackedSamples.labels",
            "classes from 0 to " + (partClasses - 1),
            partLabels[i] + " at index " + i);
      }
      labels[i / HEIGHT] = labels[i / HEIGHT] * partClasses + partLabels[i];
    }
    return labels;
  }
}
