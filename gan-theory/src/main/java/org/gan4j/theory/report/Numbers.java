package org.gan4j.theory.report;

import org.gan4j.io.ReadableNumber;

/** The number of digits in reports. */
final class Numbers {
  private Numbers() {}

  /** A side of a check, with as many digits as two sides typically share. */
  static String value(double number) {
    return ReadableNumber.of(number, 12);
  }

  /** The size of an error or a tolerance. */
  static String size(double number) {
    return ReadableNumber.of(number, 2);
  }
}
