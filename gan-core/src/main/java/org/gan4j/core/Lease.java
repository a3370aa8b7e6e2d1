package org.gan4j.core;

/** Says whether the memory behind a tensor still holds the tensor's numbers. */
@FunctionalInterface
public interface Lease {
  /**
   * Passes silently while the numbers are still those of the tensor.
   *
   * @throws IllegalStateException if they are not: the tape was closed, or the parameter updated
   */
  void check();
}
