package org.gan4j.io.plot;

/** Named points of a figure. Immutable. */
public final class Series {
  /** How points are drawn. */
  public enum Style {
    /** Joined. */
    LINE,
    /** Joined by a broken line, for what the rest is held against. */
    DASHED,
    /** Each on its own. */
    POINTS,
    /** Each on its own, small and translucent, for hundreds of them. */
    CLOUD,
    /** The corners of a translucent area. */
    AREA
  }

  private final String name;
  private final Style style;
  private final boolean grey;
  private final double[] x;
  private final double[] y;

  private Series(String name, Style style, boolean grey, double[] x, double[] y) {
    this.name = name;
    this.style = style;
    this.grey = grey;
    this.x = x;
    this.y = y;
  }

  static Series of(String name, Style style, double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "Series %s: expected as many y as x, got %d and %d".formatted(name, y.length, x.length));
    }
    return new Series(name, style, false, x.clone(), y.clone());
  }

  Series inGrey() {
    return new Series(name, style, true, x, y);
  }

  /** {@return what the legend calls it} */
  public String name() {
    return name;
  }

  /** {@return how it is drawn} */
  public Style style() {
    return style;
  }

  /** {@return whether it is drawn in grey instead of a colour of its own} */
  public boolean grey() {
    return grey;
  }

  /** {@return how many points there are} */
  public int size() {
    return x.length;
  }

  /**
   * Returns a point's x.
   *
   * @param i which point, from 0
   * @return the number
   */
  public double x(int i) {
    return x[i];
  }

  /**
   * Returns a point's y.
   *
   * @param i which point, from 0
   * @return the number; a line is interrupted where it is not finite
   */
  public double y(int i) {
    return y[i];
  }
}
