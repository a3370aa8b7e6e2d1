package org.gan4j.core.backend;

/** The backend that was asked for cannot work here; the message says why, for every provider. */
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
