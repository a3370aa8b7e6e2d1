package org.gan4j.io.plot;

import java.util.List;

/**
 * What figures are drawn on. Positions are in pixels from the upper left corner; points are x, y,
 * x, y and so on.
 */
interface Canvas {
  /** Joins the points of each part. */
  void lines(Pen pen, List<double[]> parts);

  /** Fills the polygon with these corners. */
  void area(Pen pen, double[] corners);

  /** Draws the edges of a box. */
  void frame(Pen pen, Box box);

  /** Draws a filled circle about each point. */
  void dots(Pen pen, double radius, double[] centres);

  /** Writes a line of text. */
  void text(Text text);

  /** Draws what is inside a box, and cuts off the rest. */
  void clipped(Box box, Runnable drawing);

  /** The colour and the line; widths are in pixels, an opacity is at most 1. */
  record Pen(Ink ink, double width, boolean dashed, double opacity) {
    /** The lengths of a broken line's strokes and gaps. */
    static final int STROKE = 6;

    static final int GAP = 4;

    static Pen line(Ink ink, double width) {
      return new Pen(ink, width, false, 1);
    }

    static Pen fill(Ink ink, double opacity) {
      return new Pen(ink, 0, false, opacity);
    }
  }

  /** Words that begin, end or have their middle at a point of their baseline. */
  record Text(
      String words,
      Ink ink,
      int size,
      boolean bold,
      Anchor anchor,
      double x,
      double y,
      boolean up) {
    Text(String words, Ink ink, int size, Anchor anchor, double x, double y) {
      this(words, ink, size, false, anchor, x, y, false);
    }
  }

  /** Which part of a text stands at its point. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** An upright rectangle. */
  record Box(double left, double top, double right, double bottom) {
    double width() {
      return right - left;
    }

    double height() {
      return bottom - top;
    }

    boolean contains(double x, double y) {
      return left <= x && x <= right && top <= y && y <= bottom;
    }

    double[] corners() {
      return new double[] {left, top, right, top, right, bottom, left, bottom};
    }
  }
}
