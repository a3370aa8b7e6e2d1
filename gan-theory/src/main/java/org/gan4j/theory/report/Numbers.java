package org.gan4j.theory.report;

import org.gan4j.io.ReadableNumber;

/** How many digits the report gives. */
final class Numbers {
  private Numbers() {}

  /** As many digits as two sides of a check share. */
  static String value(double number) {
    return ReadableNumber.of(number, 12);
  }

  /** The size of an error or a tolerance. */
  static String size(double number) {
    return ReadableNumber.of(number, 2);
  }
}
