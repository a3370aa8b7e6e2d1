package org.gan4j.core.backend;

import org.gan4j.core.DType;

/**
 * What a caller may ask of a backend when opening it.
 *
 * @param threads how many threads compute, at least 1
 * @param dtype the element type of networks and batches built on the backend
 */
public record BackendOptions(int threads, DType dtype) {
  /**
   * Checks the number of threads.
   *
   * @param threads how many threads compute, at least 1
   * @param dtype the element type of networks and batches built on the backend
   */
  public BackendOptions {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "backend options: expected at least 1 thread, got " + threads);
    }
  }

  /** {@return FLOAT32 on one thread per processor that the JVM sees} */
  public static BackendOptions defaults() {
    return new BackendOptions(Runtime.getRuntime().availableProcessors(), DType.FLOAT32);
  }
}
