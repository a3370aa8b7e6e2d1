package org.gan4j.cuda;

/**
 * Where the work of a stream goes: to the device at once, or into a recording of the step. Commands
 * run in the order of the calls.
 */
interface Commands extends AutoCloseable {
  /**
   * Starts a kernel.
   *
   * @param launch function, grid and arguments, which the caller changes after the call
   */
  void kernel(KernelLaunch launch);

  /**
   * Copies from pinned memory to the device.
   *
   * @param device where to
   * @param host where from; unchanged until the stream was waited for
   * @param bytes how many
   */
  void upload(long device, long host, long bytes);

  /**
   * Copies within the device.
   *
   * @param to where to
   * @param from where from
   * @param bytes how many
   */
  void copy(long to, long from, long bytes);

  /**
   * Multiplies matrices.
   *
   * @param product the factors and where the result goes
   */
  void product(MatrixProduct product);

  /** Gives the device everything that it does not have yet. */
  void submit();

  /** Releases what the implementation holds; the stream must have finished. */
  @Override
  void close();
}
