package org.gan4j.cuda;

import java.io.Serial;

/**
 * A call of CUDA failed. After most of these the device refuses all later calls of the process, so
 * there is nothing to try again.
 */
final class CudaException extends IllegalStateException {
  @Serial private static final long serialVersionUID = 1;

  /**
   * Names the call and the error.
   *
   * @param work what was called
   * @param error what came back
   */
  CudaException(String work, String error) {
    super(
        "backend cuda: expected "
            + work
            + " to succeed, got "
            + error
            + "; start the process again, and if it fails again run it with CUDA_LAUNCH_BLOCKING=1"
            + " and --debug, and report what that prints");
  }
}
