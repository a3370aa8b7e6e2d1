package org.gan4j.core.autograd;

/**
 * Thrown by a primitive without a derivative of the requested order; the message says what to use
 * instead.
 */
public final class NotDifferentiableException extends UnsupportedOperationException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message which primitive, and the alternative
   */
  public NotDifferentiableException(String message) {
    super(message);
  }
}
