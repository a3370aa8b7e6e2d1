package org.gan4j.data;

import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.random.RngStream;

/**
 * Batches of a data set in epochs. Each epoch visits every sample exactly once, in its own random
 * order.
 *
 * <p>Sample i of step s in batches of b is draw number s·b + i. Draw number k is sample {@code
 * order[k mod n]} of epoch ⌊k / n⌋, where {@code order} is the stream's permutation at step ⌊k /
 * n⌋. If b does not divide n, a batch may span two epochs; no sample is dropped as long as the
 * batch size is the same in every step.
 */
public final class Batches implements BatchSource {
  private final Dataset dataset;
  private final RngStream stream;
  private final List<String> notes;

  /** A cache of the latest permutation; it never changes what is returned. */
  private volatile Epoch latest;

  /**
   * Draws from a data set.
   *
   * @param dataset the samples
   * @param stream its step e determines the order of epoch e
   */
  public Batches(Dataset dataset, RngStream stream) {
    this(dataset, stream, List.of());
  }

  /**
   * Draws from a data set that there is something to say about.
   *
   * @param dataset the samples
   * @param stream its step e determines the order of epoch e
   * @param notes what {@link #notes} returns
   */
  public Batches(Dataset dataset, RngStream stream, List<String> notes) {
    this.dataset = dataset;
    this.stream = stream;
    this.notes = List.copyOf(notes);
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

  @Override
  public int classes() {
    return dataset instanceof LabelledDataset labelled ? labelled.classes() : 0;
  }

  @Override
  public void labels(long step, int[] destination) {
    if (!(dataset instanceof LabelledDataset labelled)) {
      BatchSource.super.labels(step, destination);
      return;
    }
    Expect.atLeast("Batches.labels", "a step", step, 0);
    long first = Math.multiplyExact(step, destination.length);
    for (int row = 0; row < destination.length; row++) {
      destination[row] = labelled.label(sampleIndex(Math.addExact(first, row)));
    }
  }

  @Override
  public List<String> notes() {
    return notes;
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

  /** The order of one epoch; never modified after construction. */
  private static final class Epoch {
    private final long number;
    private final int[] order;

    Epoch(long number, int[] order) {
      this.number = number;
      this.order = order;
    }
  }
}
