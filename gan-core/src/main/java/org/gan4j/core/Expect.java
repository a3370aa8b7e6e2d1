package org.gan4j.core;

import java.util.Collection;

/**
 * Checks arguments. A check that fails throws an {@link IllegalArgumentException} in the
 * framework's one wording: {@code where: expected …, got …}, and {@code ; what to do} where there
 * is advice.
 *
 * <p>The place is a recipe ({@code dropout}), a method ({@code Batches.batch}) or a component
 * ({@code Ring.radius}). What is expected is a noun phrase, such as {@code a rate}, to which the
 * checks of numbers add the range:
 *
 * <pre>{@code
 * Expect.count("dense", "unit", units, 1);              // dense: expected at least 1 unit, got 0
 * Expect.atLeast("Batches.batch", "a step", step, 0);   // …: expected a step >= 0, got -1
 * Expect.positive("elu", "a finite alpha", alpha);      // elu: expected a finite alpha > 0, got 0.0
 * Expect.inRange("dropout", "a rate", rate, 0, 1, Expect.Bounds.CLOSED_OPEN);
 *                                                       // …: expected a rate in [0, 1), got 1.0
 * Expect.that(fake < real, "label smoothing", "fake < real", fake + " and " + real);
 * Expect.finiteRows("Mmd.a", "samples", values, 2, "leave them out");
 *                     // …: expected finite samples, got NaN in row 3, column 1; leave them out
 * }</pre>
 */
public final class Expect {
  /** Which ends of a range belong to it. */
  public enum Bounds {
    /** Both: [low, high]. */
    CLOSED("[", "]"),
    /** The lower one: [low, high). */
    CLOSED_OPEN("[", ")"),
    /** The upper one: (low, high]. */
    OPEN_CLOSED("(", "]"),
    /** Neither: (low, high). */
    OPEN("(", ")");

    private final String left;
    private final String right;

    Bounds(String left, String right) {
      this.left = left;
      this.right = right;
    }

    private boolean hold(double value, double low, double high) {
      return switch (this) {
        case CLOSED -> low <= value && value <= high;
        case CLOSED_OPEN -> low <= value && value < high;
        case OPEN_CLOSED -> low < value && value <= high;
        case OPEN -> low < value && value < high;
      };
    }

    private String text(double low, double high) {
      return left + number(low) + ", " + number(high) + right;
    }

    private static String number(double value) {
      return value == Math.rint(value) && Math.abs(value) < 1L << 53
          ? Long.toString((long) value)
          : Double.toString(value);
    }
  }

  private Expect() {}

  /**
   * Checks any condition.
   *
   * @param holds the condition
   * @param where what was given the argument
   * @param expected the condition in words
   * @param got the argument
   * @throws IllegalArgumentException if the condition does not hold
   */
  public static void that(boolean holds, String where, String expected, Object got) {
    if (!holds) {
      throw failure(where, expected, got);
    }
  }

  /**
   * Returns the exception of a failed check, for a caller that makes the check, or whose words are
   * put together.
   *
   * @param where what was given the argument
   * @param expected what it must be
   * @param got what it is
   * @return the exception, to be thrown
   */
  public static IllegalArgumentException failure(String where, String expected, Object got) {
    return new IllegalArgumentException(where + ": expected " + expected + ", got " + got);
  }

  /**
   * Returns the exception of a failed check, with advice.
   *
   * @param where what was given the argument
   * @param expected what it must be
   * @param got what it is
   * @param advice what to do, as an imperative
   * @return the exception, to be thrown
   */
  public static IllegalArgumentException failure(
      String where, String expected, Object got, String advice) {
    return failure(where, expected, got + "; " + advice);
  }

  /**
   * Returns the exception for a name that is none of those known.
   *
   * @param where what was given the name
   * @param known the names
   * @param got the name
   * @return the exception, to be thrown
   */
  public static IllegalArgumentException unknown(
      String where, Collection<String> known, String got) {
    return failure(where, "one of " + String.join(", ", known), "'" + got + "'");
  }

  /**
   * Checks that something is there.
   *
   * @param where what was given the argument
   * @param what what it must be
   * @param value the argument
   * @throws IllegalArgumentException if it is null
   */
  public static void nonNull(String where, String what, Object value) {
    that(value != null, where, what, "null");
  }

  /**
   * Checks how many there are: {@code at least 1 unit}.
   *
   * @param where what was given the argument
   * @param things what is counted, in the singular if {@code least} is 1
   * @param value how many
   * @param least the fewest
   * @throws IllegalArgumentException if there are fewer
   */
  public static void count(String where, String things, long value, long least) {
    if (value < least) {
      throw failure(where, "at least " + least + " " + things, value);
    }
  }

  /**
   * Checks a whole number: {@code a step >= 0}.
   *
   * @param where what was given the argument
   * @param what what it must be
   * @param value the argument
   * @param least the smallest
   * @throws IllegalArgumentException if it is smaller
   */
  public static void atLeast(String where, String what, long value, long least) {
    if (value < least) {
      throw failure(where, what + " >= " + least, value);
    }
  }

  /**
   * Checks that a number is neither NaN nor infinite.
   *
   * @param where what was given the argument
   * @param what what it must be, such as {@code a finite mean}
   * @param value the argument
   * @throws IllegalArgumentException if it is not finite
   */
  public static void finite(String where, String what, double value) {
    that(Double.isFinite(value), where, what, value);
  }

  /**
   * Checks that no row holds NaN or an infinity; the message names the first that does.
   *
   * @shape values [n, columns], row-major
   * @param where what was given the rows
   * @param rows what the rows are, such as {@code samples}
   * @param values the numbers
   * @param columns how many numbers a row has
   * @param advice what to do, as an imperative
   * @throws IllegalArgumentException if a number is not finite
   */
  public static void finiteRows(
      String where, String rows, float[] values, int columns, String advice) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        String place = "%s in row %d, column %d".formatted(values[i], i / columns, i % columns);
        throw failure(where, "finite " + rows, place, advice);
      }
    }
  }

  /**
   * Checks that a number is finite and above 0: {@code a finite alpha > 0}.
   *
   * @param where what was given the argument
   * @param what what it must be
   * @param value the argument
   * @throws IllegalArgumentException if it is not
   */
  public static void positive(String where, String what, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw failure(where, what + " > 0", value);
    }
  }

  /**
   * Checks that a number is finite and not below 0: {@code a finite gain >= 0}.
   *
   * @param where what was given the argument
   * @param what what it must be
   * @param value the argument
   * @throws IllegalArgumentException if it is not
   */
  public static void nonNegative(String where, String what, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw failure(where, what + " >= 0", value);
    }
  }

  /**
   * Checks that a number is in a range: {@code a rate in [0, 1)}.
   *
   * @param where what was given the argument
   * @param what what it must be
   * @param value the argument
   * @param low the lower end
   * @param high the upper end
   * @param bounds which ends belong to the range
   * @throws IllegalArgumentException if it is outside, or NaN
   */
  public static void inRange(
      String where, String what, double value, double low, double high, Bounds bounds) {
    if (!bounds.hold(value, low, high)) {
      throw failure(where, what + " in " + bounds.text(low, high), value);
    }
  }
}
