package org.gan4j.losses.divergence;

import java.util.Objects;

/**
 * A point of the line in two numbers, for places where one double has too few digits or too small a
 * range: next to a spike of width 1e-13 at 1000, at 1 − 1e-30, at e^−1000.
 *
 * <p>It is either {@code anchor + offset}, or {@code anchor + side * exp(base + offset)} with side
 * 1 or −1. The offset, or the exponent, is the point's <em>coordinate</em>. In a coordinate of the
 * second kind, which counts the logarithm of the distance from the anchor, a power of that distance
 * is an exponential, and no distance is too small or too great.
 */
public final class Point implements Comparable<Point> {
  private final double anchor;
  private final int side;
  private final double base;
  private final double offset;

  /** The signed distance from the anchor, which may underflow or overflow. */
  private final double shift;

  /** Takes the sums as they are, so that the offset keeps its digits. */
  Point(double anchor, int side, double base, double offset) {
    this.anchor = anchor;
    this.side = side;
    this.base = base;
    this.offset = offset;
    shift = side == 0 ? offset : side * exp(base, offset);
  }

  /** The exponential of an unevaluated sum, to the last digit. */
  private static double exp(double a, double b) {
    double sum = a + b;
    double power = Math.exp(sum);
    return power < Double.POSITIVE_INFINITY ? power + power * lost(a, b, sum) : power;
  }

  /** What the rounded sum of two numbers lost. */
  private static double lost(double a, double b, double sum) {
    double part = sum - a;
    double lost = (a - (sum - part)) + (b - part);
    return Double.isFinite(lost) ? lost : 0;
  }

  /**
   * Returns the point x.
   *
   * @param x a finite number
   * @return the point
   */
  public static Point at(double x) {
    return at(x, 0);
  }

  /**
   * Returns the point anchor + offset.
   *
   * @param anchor a finite number
   * @param offset another; which of the two is the larger does not matter
   * @return the point, with the rounded sum as its anchor and the rounding error as its offset
   */
  public static Point at(double anchor, double offset) {
    double sum = anchor + offset;
    if (!Double.isFinite(sum)) {
      throw new IllegalArgumentException(
          "point: expected a finite point, got " + anchor + " + " + offset);
    }
    return new Point(sum, 0, 0, lost(anchor, offset, sum));
  }

  /**
   * Returns the point anchor + side · exp(base + offset).
   *
   * @param anchor a finite number
   * @param side 1 for points above it, −1 for points below it
   * @param base the logarithm of the distance from the anchor, or the greater part of it
   * @param offset the rest of the logarithm
   * @return the point
   */
  public static Point beside(double anchor, int side, double base, double offset) {
    double sum = base + offset;
    if (!Double.isFinite(anchor) || !Double.isFinite(sum) || Math.abs(side) != 1) {
      throw new IllegalArgumentException(
          "point: expected finite numbers and a side of 1 or -1, got %s + %d * exp(%s + %s)"
              .formatted(anchor, side, base, offset));
    }
    return new Point(anchor, side, sum, lost(base, offset, sum));
  }

  /** {@return a double next to the point, finite and on the same side of the anchor} */
  public double value() {
    double sum = anchor + shift;
    if (side == 0) {
      return sum;
    }
    double nearest = sum == anchor ? Math.nextAfter(anchor, side * Double.POSITIVE_INFINITY) : sum;
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, nearest));
  }

  /**
   * Returns the signed distance from a location, which is exact next to it.
   *
   * @param location a finite number
   * @return x − location; 0 or infinite where a double cannot hold it
   */
  public double from(double location) {
    return (anchor - location) + shift;
  }

  /**
   * Returns where the point lies relative to a location, however close.
   *
   * @param location a finite number
   * @return the sign of x − location: −1, 0 or 1
   */
  public int sideOf(double location) {
    return anchor == location && side != 0 ? side : (int) Math.signum(from(location));
  }

  /**
   * Returns (x − location) / scale, also where x − location underflows or overflows.
   *
   * @param location a finite number
   * @param scale a positive number
   * @return the ratio; infinite where a double cannot hold it
   */
  public double standardised(double location, double scale) {
    double distance = from(location);
    boolean held = Double.isFinite(distance) && Math.abs(distance) >= Double.MIN_NORMAL;
    return held || side == 0
        ? distance / scale
        : sideOf(location) * Math.exp(logDistance(location, Math.log(scale)));
  }

  /**
   * Returns log|x − location| − logUnit: the logarithm of the distance in a unit of one's own.
   *
   * @param location a finite number
   * @param logUnit the logarithm of the unit
   * @return the logarithm, without the cancellation of two large logarithms where x is given by its
   *     distance from that location
   */
  public double logDistance(double location, double logUnit) {
    double shifted = shifted(location);
    return Math.abs(shifted) < 0.5
        ? (base - logUnit) + offset + Math.log1p(shifted)
        : Math.log(Math.abs(from(location))) - logUnit;
  }

  /**
   * Returns the logarithm of |dx/dt| / |x − location| for the point's coordinate t: what makes of a
   * density per unit of log|x − location| one per unit of t.
   *
   * @param location a finite number
   * @return the logarithm; 0 where t is the logarithm of the distance from that location
   */
  public double logUnitOver(double location) {
    double shifted = shifted(location);
    return Math.abs(shifted) < 0.5
        ? -Math.log1p(shifted)
        : logUnit() - Math.log(Math.abs(from(location)));
  }

  /**
   * How far the anchor is from a location, in units of x − anchor; infinite without a logarithm.
   */
  private double shifted(double location) {
    if (side == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double distance = anchor - location;
    if (distance == 0) {
      return 0;
    }
    return Double.isInfinite(shift) ? side * distance * Math.exp(-base) : distance / shift;
  }

  /**
   * Returns whether the coordinate is the logarithm of the distance from this location.
   *
   * @param location a number
   * @return true where x is given as location ± exp(base + offset)
   */
  public boolean isBeside(double location) {
    return side != 0 && anchor == location;
  }

  /**
   * Returns the logarithm of |dx/dt| for the point's coordinate t.
   *
   * @return log|x − anchor| where the coordinate is a logarithm, else 0
   */
  public double logUnit() {
    return side == 0 ? 0 : base + offset;
  }

  double anchor() {
    return anchor;
  }

  int side() {
    return side;
  }

  double base() {
    return base;
  }

  double offset() {
    return offset;
  }

  /** Whether anchor and offset could say the same in the ordinary way. */
  boolean isHeld() {
    double size = Math.abs(shift);
    return side == 0 || (size >= Double.MIN_NORMAL && size <= Double.MAX_VALUE);
  }

  /** The same point by the logarithm of its distance from a centre, which it does not lie on. */
  Point beside(double centre) {
    if (isBeside(centre)) {
      return this;
    }
    double log = logDistance(centre, 0);
    double distance = Math.abs(from(centre));
    double power = Math.exp(log);
    double rest = (distance - power) / power;
    return new Point(centre, sideOf(centre), log, Double.isFinite(rest) ? rest : 0);
  }

  /** The same point by the rounded sum of anchor and shift; it must be held. */
  Point plain() {
    return at(anchor, shift);
  }

  /**
   * Orders points by their place. Points of one coordinate are told apart however close they are;
   * points of two, where doubles can.
   */
  @Override
  public int compareTo(Point other) {
    int order = Double.compare(rounded(), other.rounded());
    order = order != 0 ? order : Double.compare(remainder(), other.remainder());
    order = order != 0 ? order : Double.compare(beyondDoubles(), other.beyondDoubles());
    order = order != 0 ? order : Double.compare(side * base, other.side * other.base);
    return order != 0 ? order : Double.compare(side * offset, other.side * other.offset);
  }

  private double rounded() {
    double sum = isHeld() || Double.isInfinite(shift) ? anchor + shift : anchor;
    return sum + 0.0;
  }

  private double remainder() {
    return isHeld() ? lost(anchor, shift, anchor + shift) + 0.0 : 0;
  }

  /** Orders distances that no double holds: it increases with x. */
  private double beyondDoubles() {
    if (isHeld()) {
      return 0;
    }
    return Double.isInfinite(shift) ? side * base : -side / base;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Point point
        && anchor == point.anchor
        && side == point.side
        && base == point.base
        && offset == point.offset;
  }

  @Override
  public int hashCode() {
    return Objects.hash(anchor, side, base, offset);
  }

  @Override
  public String toString() {
    return side == 0
        ? anchor + " + " + offset
        : "%s %s exp(%s + %s)".formatted(anchor, side > 0 ? "+" : "-", base, offset);
  }
}
