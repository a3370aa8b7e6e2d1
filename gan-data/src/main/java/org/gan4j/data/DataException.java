package org.gan4j.data;

import java.io.IOException;
import java.io.Serial;

/**
 * Input data that are missing or damaged. The message says which file, what was expected, what came
 * and what to do.
 *
 * <p>Checked, because data come from outside and a caller has to expect this; and an {@link
 * IOException}, because whoever loads data handles that anyway. The {@code gan} command exits with
 * 3 for this one and with 4 for any other {@code IOException}.
 */
public final class DataException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message where, expected, got, what to do
   */
  public DataException(String message) {
    super(message);
  }

  /**
   * Makes an exception with a cause.
   *
   * @param message where, expected, got, what to do
   * @param cause what revealed it
   */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
