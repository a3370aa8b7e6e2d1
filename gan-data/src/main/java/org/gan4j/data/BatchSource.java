package org.gan4j.data;

import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;

/**
 * The batches of a run. Each is a pure function of its step, so that steps can be read in any
 * order, repeatedly and from any thread, and resuming needs no state.
 */
public interface BatchSource {
  /** {@return the shape of one sample} */
  Shape sampleShape();

  /**
   * Fills the caller's array with the batch of one step. The array's length determines the batch
   * size; reusing one array keeps training free of allocation.
   *
   * @param step 0 for the first batch
   * @param destination receives the samples; every element is written
   * @throws IllegalArgumentException if the step is negative, or the array has no room for a sample
   *     or room for an incomplete one
   * @shape destination [n, …sampleShape], row-major
   */
  void batch(long step, float[] destination);

  /** {@return the number of classes if samples have labels, 0 otherwise} */
  default int classes() {
    return 0;
  }

  /**
   * Fills the caller's array with the labels of the batch of one step, in the order of {@link
   * #batch}.
   *
   * @param step 0 for the first batch
   * @param destination receives a label from 0 to {@code classes() - 1} for each sample; its length
   *     is the batch size
   * @throws IllegalArgumentException if the step is negative or the samples have no labels
   */
  default void labels(long step, int[] destination) {
    throw Expect.failure(
        "batch source", "samples with labels", "samples without", "use a labelled data set");
  }

  /** {@return what a user should know about the data, such as the files that were left out} */
  default List<String> notes() {
    return List.of();
  }
}
