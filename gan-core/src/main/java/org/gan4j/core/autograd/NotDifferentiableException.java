package org.gan4j.core.autograd;

/** A primitive has no derivative of the order asked for; the message names what to use instead. */
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
