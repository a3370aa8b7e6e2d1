package org.gan4j.losses.divergence;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of the line in one coordinate t: {@code anchor + t}, or {@code anchor + side * exp(base +
 * t)}. Either way t counts from one of the ends, so that it keeps its digits.
 *
 * @param anchor the point that the coordinate belongs to
 * @param side 0 where t is the offset; 1 or −1 where base + t is the logarithm of the distance
 * @param base the greater part of that logarithm; 0 where t is the offset
 * @param lower the lesser end, in t
 * @param upper the greater end, in t
 */
record QuadraturePanel(double anchor, int side, double base, double lower, double upper) {
  /** From lower to upper, on a line without anchors. */
  static QuadraturePanel of(double lower, double upper) {
    return new QuadraturePanel(0, 0, 0, lower, upper);
  }

  /** Between two points in the ordinary way; doubles must hold both. */
  static QuadraturePanel plain(Point left, Point right) {
    Point from = left.plain();
    Point to = right.plain();
    return new QuadraturePanel(
        from.anchor(), 0, 0, from.offset(), to.offset() + (to.anchor() - from.anchor()));
  }

  /** Between two points to one side of a centre, in the logarithm of the distance from it. */
  static QuadraturePanel logarithmic(Point near, Point far, double centre) {
    Point from = near.beside(centre);
    Point to = far.beside(centre);
    double width = (to.base() - from.base()) + (to.offset() - from.offset());
    return new QuadraturePanel(centre, to.side(), to.base(), to.offset() - width, to.offset());
  }

  Point at(double t) {
    return new Point(anchor, side, base, t);
  }

  /** The point as a place where panels may end. */
  Point breakpoint(double t) {
    return side == 0 ? Point.at(anchor, t) : Point.beside(anchor, side, base, t);
  }

  double width() {
    return upper - lower;
  }

  /** The panel from one coordinate to another, which may lie beyond its ends. */
  QuadraturePanel piece(double from, double to) {
    return new QuadraturePanel(anchor, side, base, from, to);
  }

  /** The panel in pieces; the cuts lie inside, in ascending order. */
  List<QuadraturePanel> cut(List<Double> cuts) {
    List<QuadraturePanel> pieces = new ArrayList<>();
    double from = lower;
    for (double t : cuts) {
      pieces.add(piece(from, t));
      from = t;
    }
    pieces.add(piece(from, upper));
    return pieces;
  }

  boolean splits() {
    double ulps = Math.ulp(Math.max(Math.abs(lower), Math.abs(upper)));
    return width() > 64 * ulps && width() > 4 * Double.MIN_NORMAL;
  }

  QuadraturePanel lowerHalf() {
    return piece(lower, 0.5 * (lower + upper));
  }

  QuadraturePanel upperHalf() {
    return piece(0.5 * (lower + upper), upper);
  }
}
