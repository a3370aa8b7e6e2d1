package org.gan4j.train;

import org.gan4j.core.DType;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;

/**
 * Where a run computes. Another backend, element type or number of threads gives other roundings.
 *
 * @param backend the backend's name
 * @param dtype element type of parameters and batches
 * @param threads how many threads compute
 */
public record Compute(String backend, DType dtype, int threads) {
  /**
   * Checks the ranges.
   *
   * @param backend the backend's name
   * @param dtype element type of parameters and batches
   * @param threads how many threads compute, at least 1
   */
  public Compute {
    Settings.required("backend", backend);
    Settings.required("dtype", dtype);
    Settings.atLeast("threads", threads, 1);
  }

  /** Returns the cpu backend in FLOAT32 on all processors. */
  public Compute() {
    this("cpu", DType.FLOAT32, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Opens the backend.
   *
   * @return the backend, owned by the calling thread
   * @throws org.gan4j.core.backend.BackendUnavailableException if there is none of that name or it
   *     cannot work here
   */
  public Backend open() {
    return Backends.open(backend, new BackendOptions(threads, dtype));
  }

  /**
   * Returns this place on another backend.
   *
   * @param other the new value
   * @return the changed place
   */
  public Compute withBackend(String other) {
    return new Compute(other, dtype, threads);
  }

  /**
   * Returns this place in another element type.
   *
   * @param other the new value
   * @return the changed place
   */
  public Compute withDtype(DType other) {
    return new Compute(backend, other, threads);
  }

  /**
   * Returns this place with another number of threads.
   *
   * @param other the new value
   * @return the changed place
   */
  public Compute withThreads(int other) {
    return new Compute(backend, dtype, other);
  }
}
