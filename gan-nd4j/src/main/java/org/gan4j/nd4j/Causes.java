package org.gan4j.nd4j;

/** Finds the line to show of an error that others have wrapped. */
final class Causes {
  private Causes() {}

  /** {@return the first line of what was thrown first} */
  static String innermost(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString().lines().findFirst().orElse("");
  }
}
