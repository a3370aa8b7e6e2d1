package org.gan4j.core.backend;

/** The requested backend cannot work here; the message gives every provider's reason. */
public final class BackendUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message which backend, why not, and what else there is
   */
  public BackendUnavailableException(String message) {
    super(message);
  }
}
