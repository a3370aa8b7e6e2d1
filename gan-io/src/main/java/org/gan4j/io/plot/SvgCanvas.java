package org.gan4j.io.plot;

import java.util.List;
import java.util.Locale;
import org.gan4j.io.Xml;

/** Draws SVG elements, whose colours come from the classes of {@link Ink#stylesheet}. */
final class SvgCanvas implements Canvas {
  private final StringBuilder svg = new StringBuilder();

  /** {@return the elements so far} */
  String elements() {
    return svg.toString();
  }

  @Override
  public void lines(Pen pen, List<double[]> parts) {
    svg.append("<path ").append(stroked(pen)).append(" stroke-linejoin=\"round\" d=\"");
    parts.forEach(this::path);
    svg.append("\"/>");
  }

  @Override
  public void area(Pen pen, double[] corners) {
    svg.append("<path ").append(filled(pen)).append(" d=\"");
    path(corners);
    svg.append("Z\"/>");
  }

  @Override
  public void frame(Pen pen, Box box) {
    svg.append("<rect ").append(stroked(pen)).append(' ').append(place(box)).append("/>");
  }

  @Override
  public void dots(Pen pen, double radius, double[] centres) {
    svg.append("<g ").append(filled(pen)).append('>');
    for (int i = 0; i < centres.length; i += 2) {
      svg.append("<circle cx=\"%s\" cy=\"%s\"".formatted(pixel(centres[i]), pixel(centres[i + 1])));
      svg.append(" r=\"").append(radius).append("\"/>");
    }
    svg.append("</g>");
  }

  @Override
  public void text(Text text) {
    String x = pixel(text.x());
    String y = pixel(text.y());
    svg.append("<text ").append(filled(Pen.fill(text.ink(), 1)));
    svg.append(" font-size=\"%d\" x=\"%s\" y=\"%s\"".formatted(text.size(), x, y));
    svg.append(" text-anchor=\"%s\"".formatted(text.anchor().name().toLowerCase(Locale.ROOT)));
    svg.append(text.bold() ? " font-weight=\"bold\"" : "");
    svg.append(text.up() ? " transform=\"rotate(-90 %s %s)\"".formatted(x, y) : "");
    svg.append('>').append(Xml.escape(text.words())).append("</text>");
  }

  @Override
  public void clipped(Box box, Runnable drawing) {
    // An inner svg element cuts off what is outside.
    svg.append("<svg ").append(place(box)).append(" viewBox=\"");
    svg.append("%s %s ".formatted(pixel(box.left()), pixel(box.top())));
    svg.append("%s %s\">".formatted(pixel(box.width()), pixel(box.height())));
    drawing.run();
    svg.append("</svg>");
  }

  private static String place(Box box) {
    return "x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
        .formatted(pixel(box.left()), pixel(box.top()), pixel(box.width()), pixel(box.height()));
  }

  private static String stroked(Pen pen) {
    return "class=\"%s\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"%s\""
            .formatted(pen.ink().css(), pen.width())
        + (pen.opacity() < 1 ? " stroke-opacity=\"%s\"".formatted(pen.opacity()) : "")
        + (pen.dashed() ? " stroke-dasharray=\"%d %d\"".formatted(Pen.STROKE, Pen.GAP) : "");
  }

  private static String filled(Pen pen) {
    return "class=\"%s\" fill=\"currentColor\"".formatted(pen.ink().css())
        + (pen.opacity() < 1 ? " fill-opacity=\"%s\"".formatted(pen.opacity()) : "");
  }

  private void path(double[] points) {
    for (int i = 0; i < points.length; i += 2) {
      svg.append(i == 0 ? 'M' : 'L').append(pixel(points[i]));
      svg.append(' ').append(pixel(points[i + 1]));
    }
  }

  private static String pixel(double position) {
    return String.format(Locale.ROOT, "%.1f", position);
  }
}
