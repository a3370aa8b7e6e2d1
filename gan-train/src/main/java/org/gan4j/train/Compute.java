package org.gan4j.train;

import org.gan4j.core.DType;
import org.gan4j.core.Expect;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;

/**
 * Where a run computes. Changing the backend, element type or number of threads changes rounding.
 *
 * @param backend the backend's name
 * @param dtype element type of parameters and batches
 * @param threads number of compute threads
 */
public record Compute(String backend, DType dtype, int threads) {
  /**
   * Checks the ranges.
   *
   * @param backend the backend's name
   * @param dtype element type of parameters and batches
   * @param threads number of compute threads, at least 1
   */
  public Compute {
    Expect.nonNull("config", "a value for 'backend'", backend);
    Expect.nonNull("config", "a value for 'dtype'", dtype);
    Expect.atLeast("config", "threads", threads, 1);
  }

  /** Uses the cpu backend in FLOAT32 on all processors. */
  public Compute() {
    this("cpu", DType.FLOAT32, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Opens the backend.
   *
   * @return the backend, owned by the calling thread
   * @throws org.gan4j.core.backend.BackendUnavailableException if no backend has that name or it
   *     cannot work here
   */
  public Backend open() {
    return Backends.open(backend, new BackendOptions(threads, dtype));
  }

  /**
   * Returns these settings with another backend.
   *
   * @param other the new value
   * @return the changed settings
   */
  public Compute withBackend(String other) {
    return new Compute(other, dtype, threads);
  }

  /**
   * Returns these settings with another element type.
   *
   * @param other the new value
   * @return the changed settings
   */
  public Compute withDtype(DType other) {
    return new Compute(backend, other, threads);
  }

  /**
   * Returns these settings with another number of threads.
   *
   * @param other the new value
   * @return the changed settings
   */
  public Compute withThreads(int other) {
    return new Compute(backend, dtype, other);
  }
}
