package org.gan4j.losses.penalty;

/** Checks of a penalty's constants. */
final class Factors {
  private Factors() {}

  static void require(String penalty, String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          penalty + ": expected a finite " + name + " of at least 0, got " + value);
    }
  }
}
