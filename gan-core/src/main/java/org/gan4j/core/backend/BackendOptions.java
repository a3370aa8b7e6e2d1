package org.gan4j.core.backend;

import org.gan4j.core.DType;
import org.gan4j.core.Expect;

/**
 * What a caller may ask of a backend when opening it.
 *
 * @param threads how many threads compute, at least 1
 * @param dtype the element type of networks and batches built on the backend
 * @param accelerator which device to use, and how; ignored where there is no choice
 */
public record BackendOptions(int threads, DType dtype, Accelerator accelerator) {
  /**
   * Checks the number of threads and that there is an element type.
   *
   * @param threads how many threads compute, at least 1
   * @param dtype the element type of networks and batches built on the backend
   * @param accelerator which device to use, and how
   */
  public BackendOptions {
    Expect.count("backend options", "thread", threads, 1);
    Expect.nonNull("backend options", "an element type", dtype);
    Expect.nonNull("backend options", "an accelerator", accelerator);
  }

  /**
   * Asks for the first device, where there is a choice.
   *
   * @param threads how many threads compute, at least 1
   * @param dtype the element type of networks and batches built on the backend
   */
  public BackendOptions(int threads, DType dtype) {
    this(threads, dtype, Accelerator.DEFAULT);
  }

  /** {@return FLOAT32 on one thread per processor that the JVM sees} */
  public static BackendOptions defaults() {
    return new BackendOptions(Runtime.getRuntime().availableProcessors(), DType.FLOAT32);
  }

  /**
   * Returns these options with another device or way to use it.
   *
   * @param other the new value
   * @return the changed options
   */
  public BackendOptions with(Accelerator other) {
    return new BackendOptions(threads, dtype, other);
  }
}
