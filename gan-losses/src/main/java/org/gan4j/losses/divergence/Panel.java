package org.gan4j.losses.divergence;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of the line with its own coordinate t: the offset from the anchor, or the logarithm of
 * the distance from it.
 *
 * @param anchor the point that t counts from
 * @param side 0 where t is the offset; 1 or −1 where the offset is ±exp(t)
 * @param lower the lesser end, in t
 * @param upper the greater end, in t
 */
record Panel(double anchor, int side, double lower, double upper) {
  /** Below this ratio of distances a polynomial in x does as well as one in log x. */
  private static final double LOGARITHMIC = 8;

  static Panel between(Breakpoint left, Breakpoint right, List<Double> centres) {
    Panel best = new Panel(left.anchor(), 0, left.offset(), right.from(left.anchor()));
    double widest = LOGARITHMIC;
    for (double centre : centres) {
      int side = left.from(centre) > 0 ? 1 : right.from(centre) < 0 ? -1 : 0;
      double near = Math.abs(side > 0 ? left.from(centre) : right.from(centre));
      double far = Math.abs(side > 0 ? right.from(centre) : left.from(centre));
      if (side != 0 && far / near > widest) {
        widest = far / near;
        best = new Panel(centre, side, Math.log(near), Math.log(far));
      }
    }
    return best;
  }

  /** The integrand in t, with the coordinate's derivative. */
  double value(Integrand f, double t) {
    if (side == 0) {
      return f.at(anchor, t);
    }
    double distance = Math.exp(t);
    return f.at(anchor, side * distance) * distance;
  }

  /** The function in t. */
  double at(Integrand f, double t) {
    return f.at(anchor, offset(t));
  }

  private double offset(double t) {
    return side == 0 ? t : side * Math.exp(t);
  }

  /** The point as a place where panels may end. */
  Breakpoint point(double t) {
    return new Breakpoint(anchor, offset(t));
  }

  /** The panel in pieces; the cuts lie inside, in ascending order. */
  List<Panel> cut(List<Double> cuts) {
    List<Panel> pieces = new ArrayList<>();
    double from = lower;
    for (double t : cuts) {
      pieces.add(new Panel(anchor, side, from, t));
      from = t;
    }
    pieces.add(new Panel(anchor, side, from, upper));
    return pieces;
  }

  boolean splits() {
    double ulps = Math.ulp(Math.max(Math.abs(lower), Math.abs(upper)));
    return upper - lower > 64 * ulps && upper - lower > 4 * Double.MIN_NORMAL;
  }

  Panel lowerHalf() {
    return new Panel(anchor, side, lower, 0.5 * (lower + upper));
  }

  Panel upperHalf() {
    return new Panel(anchor, side, 0.5 * (lower + upper), upper);
  }
}
