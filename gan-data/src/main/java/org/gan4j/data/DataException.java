package org.gan4j.data;

import java.io.IOException;
import java.io.Serial;

/**
 * Thrown if input data are missing or damaged. The message names the file and says what was
 * expected, what was found and what to do.
 *
 * <p>It is checked, because data come from outside, and an {@link IOException}, because callers
 * that load data handle that anyway. The {@code gan} command exits with 3 for this exception and
 * with 4 for any other {@code IOException}.
 */
public final class DataException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message where, expected, got, what to do
   */
  public DataException(String message) {
    super(message);
  }

  /**
   * Creates the exception with a cause.
   *
   * @param message where, expected, got, what to do
   * @param cause the exception that revealed it
   */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
