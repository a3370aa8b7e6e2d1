package org.gan4j.io.plot;

import org.gan4j.core.Expect;

/** Named points of a figure. Immutable. */
public final class Series {
  /** How points are drawn. */
  public enum Style {
    /** A line. */
    LINE,
    /** A dashed line, for a reference. */
    DASHED,
    /** Separate points. */
    POINTS,
    /** Small, translucent points, for hundreds of them. */
    CLOUD,
    /** A translucent area, given by its corners. */
    AREA
  }

  private final String name;
  private final Style style;
  private final boolean grey;
  private final boolean underNext;
  private final double[] x;
  private final double[] y;

  private Series(
      String name, Style style, boolean grey, boolean underNext, double[] x, double[] y) {
    this.name = name;
    this.style = style;
    this.grey = grey;
    this.underNext = underNext;
    this.x = x;
    this.y = y;
  }

  static Series of(String name, Style style, double[] x, double[] y) {
    if (x.length != y.length) {
      throw Expect.failure("Series " + name, "as many y as x", y.length + " and " + x.length);
    }
    return new Series(name, style, false, false, x.clone(), y.clone());
  }

  Series inGrey() {
    return new Series(name, style, true, underNext, x, y);
  }

  Series underNext() {
    return new Series(name, style, grey, true, x, y);
  }

  /** {@return its name in the legend} */
  public String name() {
    return name;
  }

  /** {@return how it is drawn} */
  public Style style() {
    return style;
  }

  /** {@return whether it is drawn in grey instead of its own colour} */
  public boolean grey() {
    return grey;
  }

  /** {@return whether it belongs to the next series: it has its colour and is not in the legend} */
  public boolean isUnderNext() {
    return underNext;
  }

  /** {@return how many points there are} */
  public int size() {
    return x.length;
  }

  /**
   * Returns the x of a point.
   *
   * @param i which point, from 0
   * @return the number
   */
  public double x(int i) {
    return x[i];
  }

  /**
   * Returns the y of a point.
   *
   * @param i which point, from 0
   * @return the number; lines are interrupted where it is not finite
   */
  public double y(int i) {
    return y[i];
  }
}
