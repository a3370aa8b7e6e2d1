package org.gan4j.losses.divergence;

/**
 * A point of the line as a sum of two doubles, so that 1 − 1e-20 is not 1. Quadrature panels end
 * here: at ends of a support, at kinks, and at the distances from a centre at which a density
 * changes its order of magnitude.
 *
 * @param anchor the point, rounded to a double
 * @param offset what the rounding lost
 */
public record Breakpoint(double anchor, double offset) implements Comparable<Breakpoint> {
  /**
   * Adds two finite doubles without rounding; which is the larger does not matter.
   *
   * @param anchor one of the two, afterwards their rounded sum
   * @param offset the other, afterwards the sum's rounding error
   */
  public Breakpoint {
    double sum = anchor + offset;
    if (!Double.isFinite(sum)) {
      throw new IllegalArgumentException(
          "breakpoint: expected a finite point, got " + anchor + " + " + offset);
    }
    double part = sum - anchor;
    offset = (anchor - (sum - part)) + (offset - part);
    anchor = sum;
  }

  /** The signed distance from a point, without the cancellation of x - point. */
  double from(double point) {
    return (anchor - point) + offset;
  }

  @Override
  public int compareTo(Breakpoint other) {
    int order = Double.compare(anchor, other.anchor);
    return order != 0 ? order : Double.compare(offset, other.offset);
  }
}
