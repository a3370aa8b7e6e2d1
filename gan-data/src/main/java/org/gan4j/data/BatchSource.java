package org.gan4j.data;

import org.gan4j.core.Shape;

/**
 * The batches of a run, each a pure function of its step: steps may come in any order and again,
 * from any thread, so that resuming needs no state.
 */
public interface BatchSource {
  /** {@return the shape of one sample} */
  Shape sampleShape();

  /**
   * Fills the caller's array with the batch of one step; the array's length says how many samples.
   * Reusing one array keeps training free of allocation.
   *
   * @param step 0 for the first batch
   * @param destination receives the samples, every element written
   * @throws IllegalArgumentException if the step is negative, or the array does not hold a whole
   *     number of samples, at least one
   * @shape destination [n, …sampleShape], row-major
   */
  void batch(long step, float[] destination);
}
