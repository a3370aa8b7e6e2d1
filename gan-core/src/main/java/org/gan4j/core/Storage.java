package org.gan4j.core;

/**
 * The memory behind a tensor, owned by one backend and opaque to everything else.
 *
 * <p>Reading waits for the backend's pending work on this memory. Only the backend's own thread may
 * read, and only while the backend is open; anything else throws {@link IllegalStateException}.
 */
public interface Storage {
  /**
   * Copies elements to the host, rounding where the element type is FLOAT64.
   *
   * @param destination receives as many elements as it is long, in row-major order
   */
  void read(float[] destination);

  /**
   * Copies elements to the host.
   *
   * @param destination receives as many elements as it is long, in row-major order
   */
  void read(double[] destination);
}
