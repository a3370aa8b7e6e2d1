package org.gan4j.core.backend;

/**
 * What a caller may ask of a backend when opening it.
 *
 * @param threads how many threads compute, at least 1
 */
public record BackendOptions(int threads) {
  /** Checks the number of threads. */
  public BackendOptions {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "backend options: expected at least 1 thread, got " + threads);
    }
  }

  /** {@return one thread per processor that the JVM sees} */
  public static BackendOptions defaults() {
    return new BackendOptions(Runtime.getRuntime().availableProcessors());
  }
}
