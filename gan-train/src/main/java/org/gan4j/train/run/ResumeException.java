package org.gan4j.train.run;

import java.io.IOException;

/** A run cannot go on as it was asked to; nothing was written. */
public final class ResumeException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message where, expected, got, what to do
   */
  public ResumeException(String message) {
    super(message);
  }
}
