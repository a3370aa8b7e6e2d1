package org.gan4j.data;

import java.util.random.RandomGenerator;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.random.RngStream;

/**
 * Samples made of three samples of a data set, drawn independently with replacement and
 * concatenated; three grey pictures become the channels of one colour picture. If there are k
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
    for (int offset = 0; offset < destination.length; offset += features) {
      parts.copy(draws.nextInt(parts.size()), destination, offset);
    }
  }

  /**
   * Returns the classes of the first stacks of a {@link #batch}.
   *
   * @param step 0 for the first batch
   * @param count how many stacks
   * @return the class of each, below {@link #classes}
   * @throws IllegalArgumentException if the step or the count is negative
   */
  public int[] labels(long step, int count) {
    Expect.atLeast("StackedSamples.labels", "a step", step, 0);
    Expect.atLeast("StackedSamples.labels", "a count", count, 0);
    RandomGenerator draws = stream.at(step);
    int[] partLabels = new int[Math.multiplyExact(count, HEIGHT)];
    for (int i = 0; i < partLabels.length; i++) {
      partLabels[i] = parts.label(draws.nextInt(parts.size()));
    }
    return labels(partLabels, parts.classes());
  }

  /** {@return the number of classes of stacks: the cube of the number of classes of the parts} */
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
