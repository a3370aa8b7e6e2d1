package org.gan4j.data;

import org.gan4j.core.Shape;
import org.gan4j.core.random.RngStream;

/**
 * Batches of a data set in epochs: each epoch visits each sample exactly once, in an order of its
 * own.
 *
 * <p>Sample i of step s in batches of b is draw number s·b + i. Draw number k is sample {@code
 * order[k mod n]} of epoch ⌊k / n⌋, where {@code order} is the stream's permutation at the step
 * that is the epoch's number. So a batch straddles epochs where b does not divide n, and no sample
 * is dropped; that holds while the batch size stays the same from step to step.
 */
public final class Batches implements BatchSource {
  private final Dataset dataset;
  private final RngStream stream;

  /**
   * The order last used, so that an epoch is permuted once; what is returned never depends on it.
   */
  private volatile Epoch latest;

  /**
   * Draws from a data set.
   *
   * @param dataset the samples
   * @param stream its step e gives the order of epoch e
   */
  public Batches(Dataset dataset, RngStream stream) {
    this.dataset = dataset;
    this.stream = stream;
    this.latest = permute(0);
  }

  @Override
  public Shape sampleShape() {
    return dataset.sampleShape();
  }

  @Override
  public void batch(long step, float[] destination) {
    int rows = BatchShapes.rows("Batches.batch", step, sampleShape(), destination);
    int features = destination.length / rows;
    long first = Math.multiplyExact(step, rows);
    for (int row = 0; row < rows; row++) {
      dataset.copy(sampleIndex(Math.addExact(first, row)), destination, row * features);
    }
  }

  private int sampleIndex(long draw) {
    int n = dataset.size();
    return epoch(draw / n).order[(int) (draw % n)];
  }

  private Epoch epoch(long number) {
    Epoch epoch = latest;
    if (epoch.number != number) {
      epoch = permute(number);
      latest = epoch;
    }
    return epoch;
  }

  private Epoch permute(long number) {
    return new Epoch(number, stream.permutation(dataset.size(), number));
  }

  /** One epoch's order of visit; never modified after construction. */
  private static final class Epoch {
    private final long number;
    private final int[] order;

    Epoch(long number, int[] order) {
      this.number = number;
      this.order = order;
    }
  }
}
