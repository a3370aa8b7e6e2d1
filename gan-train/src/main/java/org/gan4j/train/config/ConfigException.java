package org.gan4j.train.config;

import java.io.IOException;

/** A config cannot be read; the message says where, what was expected and what was found. */
public final class ConfigException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message where, expected, got
   */
  public ConfigException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message where, expected, got
   * @param cause the exception of the parser
   */
  public ConfigException(String message, Throwable cause) {
    super(message, cause);
  }
}
