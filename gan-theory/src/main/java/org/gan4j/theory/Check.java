package org.gan4j.theory;

/**
 * One comparison of two numbers: what was found, what it is held against, and how far it may be
 * off. A NaN on any side fails.
 *
 * @param name what is compared
 * @param relation how the sides should relate
 * @param left the side that is in question
 * @param right the side that it is held against
 * @param tolerance by how much the relation may be missed, in the unit of {@link #error}
 */
public record Check(String name, Relation relation, double left, double right, double tolerance) {
  /** How the sides of a check should relate. */
  public enum Relation {
    /** Equal up to an absolute error. */
    EQUAL("="),
    /** Equal up to an error relative to the right side. */
    RELATIVE("="),
    /** The left side is not above the right one. */
    AT_MOST("≤"),
    /** The left side is not below the right one. */
    AT_LEAST("≥"),
    /** The left side is strictly below the right one. */
    BELOW("<"),
    /** The left side is strictly above the right one. */
    ABOVE(">");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    /** {@return the sign between the sides} */
    public String sign() {
      return sign;
    }
  }

  /**
   * Compares for equality, |left − right| ≤ tolerance; equal infinities have no error.
   *
   * @param name what is compared
   * @param left the side in question
   * @param right the other side
   * @param tolerance the largest absolute error
   * @return the check
   */
  public static Check equal(String name, double left, double right, double tolerance) {
    return new Check(name, Relation.EQUAL, left, right, tolerance);
  }

  /**
   * Compares for equality, |left − right| ≤ tolerance · |right|.
   *
   * @param name what is compared
   * @param left the side in question
   * @param right the other side
   * @param tolerance the largest relative error
   * @return the check
   */
  public static Check relative(String name, double left, double right, double tolerance) {
    return new Check(name, Relation.RELATIVE, left, right, tolerance);
  }

  /**
   * Asks for low ≤ value ≤ high, as an equality with the middle up to half the width.
   *
   * @param name what is compared
   * @param value the side in question
   * @param low the least value
   * @param high the largest value
   * @return the check
   */
  public static Check within(String name, double value, double low, double high) {
    return equal(name, value, (low + high) / 2, (high - low) / 2);
  }

  /**
   * Asks for value ≤ bound.
   *
   * @param name what is compared
   * @param value the side in question
   * @param bound the largest value
   * @return the check
   */
  public static Check atMost(String name, double value, double bound) {
    return new Check(name, Relation.AT_MOST, value, bound, 0);
  }

  /**
   * Asks for value ≥ bound.
   *
   * @param name what is compared
   * @param value the side in question
   * @param bound the least value
   * @return the check
   */
  public static Check atLeast(String name, double value, double bound) {
    return new Check(name, Relation.AT_LEAST, value, bound, 0);
  }

  /**
   * Asks for value &lt; bound.
   *
   * @param name what is compared
   * @param value the side in question
   * @param bound what it must stay below
   * @return the check
   */
  public static Check below(String name, double value, double bound) {
    return new Check(name, Relation.BELOW, value, bound, 0);
  }

  /**
   * Asks for value &gt; bound.
   *
   * @param name what is compared
   * @param value the side in question
   * @param bound what it must stay above
   * @return the check
   */
  public static Check above(String name, double value, double bound) {
    return new Check(name, Relation.ABOVE, value, bound, 0);
  }

  /**
   * Returns this check with room for rounding.
   *
   * @param slack by how much the relation may be missed
   * @return a copy
   */
  public Check withTolerance(double slack) {
    return new Check(name, relation, left, right, slack);
  }

  /** {@return by how much the relation is missed: 0 where it holds exactly, NaN if a side is} */
  public double error() {
    return switch (relation) {
      case EQUAL -> left == right ? 0 : Math.abs(left - right);
      case RELATIVE -> left == right ? 0 : Math.abs(left - right) / Math.abs(right);
      case AT_MOST, BELOW -> left <= right ? 0 : left - right;
      case AT_LEAST, ABOVE -> left >= right ? 0 : right - left;
    };
  }

  /** {@return whether the relation holds within the tolerance} */
  public boolean holds() {
    return switch (relation) {
      case BELOW -> left - tolerance < right;
      case ABOVE -> left + tolerance > right;
      default -> error() <= tolerance;
    };
  }
}
