package org.gan4j.theory;

/** Named points of a figure. Immutable. */
public final class Series {
  /** How points are drawn. */
  public enum Style {
    /** Joined. */
    LINE,
    /** Joined by a broken line, for what the rest is held against. */
    DASHED,
    /** Each on its own. */
    POINTS
  }

  private final String name;
  private final Style style;
  private final double[] x;
  private final double[] y;

  Series(String name, Style style, double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "Series %s: expected as many y as x, got %d and %d".formatted(name, x.length, y.length));
    }
    this.name = name;
    this.style = style;
    this.x = x.clone();
    this.y = y.clone();
  }

  /** {@return what the legend calls it} */
  public String name() {
    return name;
  }

  /** {@return how it is drawn} */
  public Style style() {
    return style;
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
