package org.gan4j.data;

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
}
