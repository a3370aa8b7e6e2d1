package org.gan4j.core.backend;

import org.gan4j.core.DType;
import org.gan4j.core.Expect;

/**
 * What a caller may ask of a backend when opening it.
 *
 * @param threads how many threads compute, at least 1
 * @param dtype the element type of networks and batches built on the backend
 */
public record BackendOptions(int threads, DType dtype) {
  /**
   * Checks the number of threads and that there is an element type.
   *
   * @param threads how many threads compute, at least 1
   * @param dtype the element type of networks and batches built on the backend
   */
  public BackendOptions {
    Expect.count("backend options", "thread", threads, 1);
    Expect.nonNull("backend options", "an element type", dtype);
  }

  /** {@return FLOAT32 on one thread per processor that the JVM sees} */
  public static BackendOptions defaults() {
    return new BackendOptions(Runtime.getRuntime().availableProcessors(), DType.FLOAT32);
  }
}
