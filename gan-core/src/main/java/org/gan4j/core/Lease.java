package org.gan4j.core;

/** Says whether the memory behind a tensor still holds the tensor's numbers. */
@FunctionalInterface
public interface Lease {
  /**
   * Does nothing while the numbers are still those of the tensor.
   *
   * @throws IllegalStateException if they no longer are: the tape was closed, or the parameter
   *     updated
   */
  void check();
}
