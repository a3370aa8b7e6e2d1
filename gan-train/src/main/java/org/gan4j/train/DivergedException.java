package org.gan4j.train;

/** Training produced a number that is not finite. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The generator update, from 1. */
  private final long step;

  /** What is not finite, such as a gradient. */
  private final String tensor;

  /**
   * Creates the exception.
   *
   * @param step the generator update in which it happened, from 1
   * @param tensor the loss, gradient or parameter that is not finite
   */
  public DivergedException(long step, String tensor) {
    super(
        "training, step "
            + step
            + ": expected finite numbers, got NaN or infinity in "
            + tensor
            + "; lower the learning rates, or start again from an earlier checkpoint");
    this.step = step;
    this.tensor = tensor;
  }

  /** {@return the generator update in which it happened, from 1} */
  public long step() {
    return step;
  }

  /** {@return the loss, gradient or parameter that is not finite} */
  public String tensor() {
    return tensor;
  }
}
