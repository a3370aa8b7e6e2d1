package org.gan4j.data;

import java.util.random.RandomGenerator;
import org.gan4j.core.Shape;
import org.gan4j.core.random.RngStream;

/**
 * Stacks of three samples of a data set, drawn independently and with replacement, one after the
 * other; of grey pictures that is one picture in three colours. With k classes of its parts, a
 * stack of the classes a, b, c is of class (a·k + b)·k + c.
 *
 * @paper Metz et al. 2017, "Unrolled Generative Adversarial Networks", arXiv:1611.02163
 */
public final class StackedSamples implements BatchSource {
  /** Samples in a stack. */
  public static final int HEIGHT = 3;

  private final LabelledDataset parts;
  private final RngStream stream;

  /**
   * Draws from a data set.
   *
   * @param parts what to stack
   * @param stream its step gives a batch's draws
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
   * <p>A smaller batch is the beginning of a larger one of the same step.
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
   * Returns the classes of the stacks that {@link #batch} gives.
   *
   * @param step 0 for the first batch
   * @param count how many stacks, from the batch's beginning on
   * @return each one's class, below {@link #classes}
   * @throws IllegalArgumentException if the step or the count is negative
   */
  public int[] labels(long step, int count) {
    if (step < 0 || count < 0) {
      throw new IllegalArgumentException(
          "StackedSamples.labels: expected a step and a count >= 0, got " + step + " and " + count);
    }
    RandomGenerator draws = stream.at(step);
    int[] partLabels = new int[Math.multiplyExact(count, HEIGHT)];
    for (int i = 0; i < partLabels.length; i++) {
      partLabels[i] = parts.label(draws.nextInt(parts.size()));
    }
    return labels(partLabels, parts.classes());
  }

  /** {@return the number of classes of stacks: the parts' number cubed} */
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
   * @param partLabels the parts' classes, stack by stack
   * @param partClasses the number of classes of a part
   * @return one class a stack: (a·k + b)·k + c
   * @throws IllegalArgumentException if these are not whole stacks, or a class is out of range
   * @shape partLabels [n · 3], result [n]
   */
  public static int[] labels(int[] partLabels, int partClasses) {
    if (partLabels.length % HEIGHT != 0) {
      throw new IllegalArgumentException(
          "StackedSamples.labels: expected %d classes a stack, got %d in all"
              .formatted(HEIGHT, partLabels.length));
    }
    int[] labels = new int[partLabels.length / HEIGHT];
    for (int i = 0; i < partLabels.length; i++) {
      if (partLabels[i] < 0 || partLabels[i] >= partClasses) {
        throw new IllegalArgumentException(
            "StackedSamples.labels: expected classes from 0 to %d, got %d at index %d"
                .formatted(partClasses - 1, partLabels[i], i));
      }
      labels[i / HEIGHT] = labels[i / HEIGHT] * partClasses + partLabels[i];
    }
    return labels;
  }
}
