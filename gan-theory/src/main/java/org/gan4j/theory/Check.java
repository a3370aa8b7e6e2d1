package org.gan4j.theory;

/**
 * A comparison of two numbers with a tolerance. It fails if either side is NaN.
 *
 * @param name what is compared
 * @param relation the expected relation of the sides
 * @param left the value to check
 * @param right the value to compare with
 * @param tolerance the largest allowed {@link #error}
 */
public record Check(String name, Relation relation, double left, double right, double tolerance) {
  /** A relation between the sides of a check. */
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

    /** {@return the symbol of the relation} */
    public String sign() {
      return sign;
    }
  }

  /**
   * Checks that |left − right| ≤ tolerance; equal infinities have no error.
   *
   * @param name what is compared
   * @param left the value to check
   * @param right the value to compare with
   * @param tolerance the largest absolute error
   * @return the check
   */
  public static Check equal(String name, double left, double right, double tolerance) {
    return new Check(name, Relation.EQUAL, left, right, tolerance);
  }

  /**
   * Checks that |left − right| ≤ tolerance · |right|.
   *
   * @param name what is compared
   * @param left the value to check
   * @param right the value to compare with
   * @param tolerance the largest relative error
   * @return the check
   */
  public static Check relative(String name, double left, double right, double tolerance) {
    return new Check(name, Relation.RELATIVE, left, right, tolerance);
  }

  /**
   * Checks that value ≤ bound.
   *
   * @param name what is compared
   * @param value the value to check
   * @param bound the largest value
   * @return the check
   */
  public static Check atMost(String name, double value, double bound) {
    return new Check(name, Relation.AT_MOST, value, bound, 0);
  }

  /**
   * Checks that value ≥ bound.
   *
   * @param name what is compared
   * @param value the value to check
   * @param bound the smallest value
   * @return the check
   */
  public static Check atLeast(String name, double value, double bound) {
    return new Check(name, Relation.AT_LEAST, value, bound, 0);
  }

  /**
   * Checks that value &lt; bound.
   *
   * @param name what is compared
   * @param value the value to check
   * @param bound the value that it must be below
   * @return the check
   */
  public static Check below(String name, double value, double bound) {
    return new Check(name, Relation.BELOW, value, bound, 0);
  }

  /**
   * Checks that value &gt; bound.
   *
   * @param name what is compared
   * @param value the value to check
   * @param bound the value that it must be above
   * @return the check
   */
  public static Check above(String name, double value, double bound) {
    return new Check(name, Relation.ABOVE, value, bound, 0);
  }

  /**
   * Returns this check with another tolerance, such as room for rounding.
   *
   * @param slack the largest allowed error
   * @return a copy
   */
  public Check withTolerance(double slack) {
    return new Check(name, relation, left, right, slack);
  }

  /** {@return by how much the relation is violated: 0 if it holds exactly, NaN if a side is NaN} */
  public double error() {
    return switch (relation) {
      case EQUAL -> left == right ? 0 : Math.abs(left - right);
      case RELATIVE -> left == right ? 0 : Math.abs(left - right) / Math.abs(right);
      case AT_MOST, BELOW -> left <= right ? 0 : left - right;
      case AT_LEAST, ABOVE -> left >= right ? 0 : right - left;
    };
  }

  /** {@return whether the sides are compared by their order, and not for equality} */
  public boolean isInequality() {
    return relation != Relation.EQUAL && relation != Relation.RELATIVE;
  }

  /**
   * {@return the distance to the bound: what is left of the tolerance of an equality; of an
   * inequality how far the left side is inside the right one, without the tolerance}
   */
  public double margin() {
    return switch (relation) {
      case EQUAL, RELATIVE -> tolerance - error();
      case AT_MOST, BELOW -> right - left;
      case AT_LEAST, ABOVE -> left - right;
    };
  }

  /**
   * Returns how much of its bound a check uses, to find the check of a row that is closest to its
   * bound: the share of the tolerance of an equality, the ratio of the sides of an inequality.
   *
   * @return 0 far from the bound, 1 at the bound, infinite if the check fails; 0 too for an exact
   *     comparison, and for an inequality with 0 or between numbers of different signs, unless it
   *     uses its tolerance
   */
  public double use() {
    if (!holds()) {
      return Double.POSITIVE_INFINITY;
    }
    if (isInequality() && left * right > 0) {
      boolean smaller = relation == Relation.AT_MOST || relation == Relation.BELOW;
      return smaller == right > 0 ? left / right : right / left;
    }
    return tolerance == 0 ? 0 : error() / tolerance;
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
