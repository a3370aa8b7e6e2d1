package org.gan4j.losses.divergence;

/** Refuses parameters that belong to no density, or to one that doubles cannot outline. */
final class Parameters {
  /** Sums and differences of a few locations and lengths of this size are doubles. */
  static final double GREATEST = 0x1p1020;

  /** Shorter lengths have fewer digits. */
  private static final double LEAST = Double.MIN_NORMAL;

  private static final double LEAST_SHAPE = 1e-300;
  private static final double GREATEST_SHAPE = 1e15;

  private static final String RESCALE =
      "; measure p and q in another unit, which changes no divergence";

  private Parameters() {}

  static void location(String density, String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "%s: expected a finite %s, got %s".formatted(density, name, value));
    }
    if (Math.abs(value) > GREATEST) {
      throw outOfRange(density, name, -GREATEST, GREATEST, value, RESCALE);
    }
  }

  /** Checks a length, of which the outline reaches so many. */
  static void scale(String density, String name, double value, double reach) {
    positive(density, name, value);
    if (value < LEAST || value > GREATEST / reach) {
      throw outOfRange(density, name, LEAST, GREATEST / reach, value, RESCALE);
    }
  }

  /** Checks an exponent; beyond these limits its rounding errors exceed all else. */
  static void shape(String density, String name, double value) {
    positive(density, name, value);
    if (value < LEAST_SHAPE || value > GREATEST_SHAPE) {
      throw outOfRange(density, name, LEAST_SHAPE, GREATEST_SHAPE, value, "");
    }
  }

  static void positive(String density, String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s: expected %s > 0, got %s".formatted(density, name, value));
    }
  }

  private static IllegalArgumentException outOfRange(
      String density, String name, double least, double greatest, double value, String advice) {
    return new IllegalArgumentException(
        "%s: expected %s from %s to %s, got %s%s"
            .formatted(density, name, least, greatest, value, advice));
  }
}
