package org.gan4j.losses.divergence;

/** Refuses parameters that belong to no density. */
final class Parameters {
  private Parameters() {}

  static void location(String density, String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "%s: expected a finite %s, got %s".formatted(density, name, value));
    }
  }

  static void positive(String density, String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s: expected %s > 0, got %s".formatted(density, name, value));
    }
  }
}
