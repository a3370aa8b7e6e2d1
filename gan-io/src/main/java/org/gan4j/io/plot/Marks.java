package org.gan4j.io.plot;

import java.util.Arrays;
import java.util.List;
import org.gan4j.io.plot.Canvas.Pen;

/** Draws the styles of series, in the figure and in its legend. */
final class Marks {
  static final int SAMPLE_WIDTH = 24;

  private static final double LINE_WIDTH = 1.8;
  private static final double DOT = 3;
  private static final double SMALL_DOT = 2.5;
  private static final double CLOUD_OPACITY = 0.5;
  private static final double AREA_OPACITY = 0.35;
  private static final double EDGE_WIDTH = 1.2;
  private static final double EDGE_OPACITY = 0.7;

  private Marks() {}

  /**
   * Draws points in a style.
   *
   * @param canvas the canvas
   * @param style the style
   * @param ink the colour
   * @param parts the points, as x, y, x, y and so on; a line is interrupted between two parts
   */
  static void draw(Canvas canvas, Series.Style style, Ink ink, List<double[]> parts) {
    switch (style) {
      case LINE -> canvas.lines(Pen.line(ink, LINE_WIDTH), parts);
      case DASHED -> canvas.lines(new Pen(ink, LINE_WIDTH, true, 1), parts);
      case POINTS -> parts.forEach(points -> canvas.dots(Pen.fill(ink, 1), DOT, points));
      case CLOUD ->
          parts.forEach(points -> canvas.dots(Pen.fill(ink, CLOUD_OPACITY), SMALL_DOT, points));
      case AREA -> parts.forEach(corners -> area(canvas, ink, corners));
    }
  }

  private static void area(Canvas canvas, Ink ink, double[] corners) {
    double[] edge = Arrays.copyOf(corners, corners.length + 2);
    System.arraycopy(corners, 0, edge, corners.length, Math.min(2, corners.length));
    canvas.area(Pen.fill(ink, AREA_OPACITY), corners);
    canvas.lines(new Pen(ink, EDGE_WIDTH, false, EDGE_OPACITY), List.of(edge));
  }

  /** Draws a sample of a style from (left, middle), {@link #SAMPLE_WIDTH} wide. */
  static void sample(Canvas canvas, Series.Style style, Ink ink, double left, double middle) {
    double right = left + SAMPLE_WIDTH;
    double[] points =
        switch (style) {
          case LINE, DASHED -> new double[] {left, middle, right, middle};
          case POINTS, CLOUD -> new double[] {(left + right) / 2, middle};
          case AREA -> new Canvas.Box(left, middle - 5, right, middle + 5).corners();
        };
    draw(canvas, style, ink, List.of(points));
  }
}
