package org.gan4j.io.plot;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws through AWT, in the colours of a light page. */
final class ImageCanvas implements Canvas {
  private final Graphics2D graphics;

  ImageCanvas(Graphics2D graphics) {
    this.graphics = graphics;
    hint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    hint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    hint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    hint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  private void hint(RenderingHints.Key key, Object value) {
    graphics.setRenderingHint(key, value);
  }

  @Override
  public void lines(Pen pen, List<double[]> parts) {
    stroke(pen);
    parts.forEach(part -> graphics.draw(path(part)));
  }

  @Override
  public void area(Pen pen, double[] corners) {
    graphics.setColor(pen.ink().awt(pen.opacity()));
    graphics.fill(path(corners));
  }

  @Override
  public void frame(Pen pen, Box box) {
    stroke(pen);
    graphics.draw(rectangle(box));
  }

  @Override
  public void dots(Pen pen, double radius, double[] centres) {
    graphics.setColor(pen.ink().awt(pen.opacity()));
    for (int i = 0; i < centres.length; i += 2) {
      double left = centres[i] - radius;
      double top = centres[i + 1] - radius;
      graphics.fill(new Ellipse2D.Double(left, top, 2 * radius, 2 * radius));
    }
  }

  @Override
  public void text(Text text) {
    int style = text.bold() ? Font.BOLD : Font.PLAIN;
    graphics.setFont(new Font(Font.SANS_SERIF, style, text.size()));
    graphics.setColor(text.ink().awt(1));
    double width = graphics.getFontMetrics().getStringBounds(text.words(), graphics).getWidth();
    double start =
        switch (text.anchor()) {
          case START -> 0;
          case MIDDLE -> -width / 2;
          case END -> -width;
        };
    double angle = text.up() ? -Math.PI / 2 : 0;
    graphics.rotate(angle, text.x(), text.y());
    graphics.drawString(text.words(), (float) (text.x() + start), (float) text.y());
    graphics.rotate(-angle, text.x(), text.y());
  }

  @Override
  public void clipped(Box box, Runnable drawing) {
    graphics.setClip(rectangle(box));
    drawing.run();
    graphics.setClip(null);
  }

  private void stroke(Pen pen) {
    float[] dashes = pen.dashed() ? new float[] {Pen.STROKE, Pen.GAP} : null;
    graphics.setStroke(
        new BasicStroke(
            (float) pen.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
    graphics.setColor(pen.ink().awt(pen.opacity()));
  }

  private static Rectangle2D rectangle(Box box) {
    return new Rectangle2D.Double(box.left(), box.top(), box.width(), box.height());
  }

  private static Path2D path(double[] points) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, points.length / 2 + 1);
    for (int i = 0; i < points.length; i += 2) {
      if (i == 0) {
        path.moveTo(points[i], points[i + 1]);
      } else {
        path.lineTo(points[i], points[i + 1]);
      }
    }
    return path;
  }
}
