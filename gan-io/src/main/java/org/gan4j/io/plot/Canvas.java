package org.gan4j.io.plot;

import java.util.List;

/**
 * A surface to draw figures on. Positions are in pixels from the upper left corner; points are
 * given as x, y, x, y and so on.
 */
interface Canvas {
  /** Draws a line through the points of each part. */
  void lines(Pen pen, List<double[]> parts);

  /** Fills a polygon. */
  void area(Pen pen, double[] corners);

  /** Draws the edges of a box. */
  void frame(Pen pen, Box box);

  /** Draws a filled circle at each point. */
  void dots(Pen pen, double radius, double[] centres);

  /** Writes a line of text. */
  void text(Text text);

  /** Draws, clipped to a box. */
  void clipped(Box box, Runnable drawing);

  /** Colour and line style; the width is in pixels, the opacity at most 1. */
  record Pen(Ink ink, double width, boolean dashed, double opacity) {
    /** The lengths of the strokes and gaps of a dashed line. */
    static final int STROKE = 6;

    static final int GAP = 4;

    static Pen line(Ink ink, double width) {
      return new Pen(ink, width, false, 1);
    }

    static Pen fill(Ink ink, double opacity) {
      return new Pen(ink, 0, false, opacity);
    }
  }

  /** Text anchored at a point of its baseline. */
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

  /** Which part of a text is at its point. */
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
