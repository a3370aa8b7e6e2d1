package org.gan4j.theory.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.gan4j.theory.Figure;
import org.gan4j.theory.Series;

/**
 * Draws a figure as inline SVG. Colours are CSS variables of the page, so that one drawing serves
 * light and dark screens.
 */
final class SvgPlot {
  /** The colours that the page defines; after the last, the first again. */
  static final int COLOURS = 7;

  private static final int WIDTH = 480;
  private static final int HEIGHT = 310;
  private static final int LEFT = 66;
  private static final int RIGHT = WIDTH - 12;
  private static final int TOP = 10;
  private static final int BOTTOM = HEIGHT - 44;

  private final Figure figure;
  private final String id;
  private final Scale x;
  private final Scale y;
  private final StringBuilder svg = new StringBuilder();

  private SvgPlot(Figure figure, String id) {
    this.figure = figure;
    this.id = id;
    Scale across = Scale.of(figure.x(), all(figure, Series::x), LEFT, RIGHT);
    Scale up = Scale.of(figure.y(), all(figure, Series::y), BOTTOM, TOP);
    double least = Math.min(across.density(), up.density());
    this.x = figure.square() ? across.widened(across.density() / least) : across;
    this.y = figure.square() ? up.widened(up.density() / least) : up;
  }

  /**
   * Returns the drawing.
   *
   * @param figure what to draw
   * @param id a name that no other drawing of the page has
   * @return an {@code svg} element
   */
  static String of(Figure figure, String id) {
    return new SvgPlot(figure, id).draw();
  }

  /** The sample of a series' style for a legend. */
  static String swatch(Series series, int index) {
    String mark =
        series.style() == Series.Style.POINTS
            ? "<circle cx=\"12\" cy=\"6\" r=\"3\"/>"
            : "<path d=\"M0 6H24\"/>";
    return "<svg class=\"swatch %s\" viewBox=\"0 0 24 12\" aria-hidden=\"true\">%s</svg>"
        .formatted(classes(series, index), mark);
  }

  private static double[] all(Figure figure, ToDoubleBiFunction<Series, Integer> coordinate) {
    return figure.series().stream()
        .flatMapToDouble(
            series ->
                IntStream.range(0, series.size())
                    .mapToDouble(i -> coordinate.applyAsDouble(series, i)))
        .toArray();
  }

  private String draw() {
    svg.append(
        "<svg class=\"plot\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-t %s-d\">"
            .formatted(WIDTH, HEIGHT, id, id));
    svg.append("<title id=\"%s-t\">%s</title>".formatted(id, Html.escape(figure.title())));
    svg.append("<desc id=\"%s-d\">%s</desc>".formatted(id, Html.escape(figure.description())));
    x.ticks(6).forEach(this::tickAcross);
    y.ticks(5).forEach(this::tickUp);
    svg.append(
        "<rect class=\"frame\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
            .formatted(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP));
    label((LEFT + RIGHT) / 2, HEIGHT - 8, "", figure.x().label());
    int middle = (TOP + BOTTOM) / 2;
    label(14, middle, " transform=\"rotate(-90 14 %d)\"".formatted(middle), figure.y().label());
    List<Series> series = figure.series();
    for (int i = 0; i < series.size(); i++) {
      series(series.get(i), i);
    }
    return svg.append("</svg>\n").toString();
  }

  private void tickAcross(double number) {
    String at = pixel(x.position(number));
    svg.append("<path class=\"grid\" d=\"M%s %dV%d\"/>".formatted(at, TOP, BOTTOM));
    svg.append(
        "<text class=\"tick\" text-anchor=\"middle\" x=\"%s\" y=\"%d\">%s</text>"
            .formatted(at, BOTTOM + 16, Numbers.tick(number)));
  }

  private void tickUp(double number) {
    double at = y.position(number);
    svg.append("<path class=\"grid\" d=\"M%d %sH%d\"/>".formatted(LEFT, pixel(at), RIGHT));
    svg.append(
        "<text class=\"tick\" text-anchor=\"end\" x=\"%d\" y=\"%s\">%s</text>"
            .formatted(LEFT - 5, pixel(at + 4), Numbers.tick(number)));
  }

  private void label(int across, int down, String more, String text) {
    svg.append(
        "<text class=\"label\" text-anchor=\"middle\" x=\"%d\" y=\"%d\"%s>%s</text>"
            .formatted(across, down, more, Html.escape(text)));
  }

  private void series(Series series, int index) {
    svg.append("<g class=\"%s\">".formatted(classes(series, index)));
    if (series.style() == Series.Style.POINTS) {
      points(series);
    } else {
      svg.append("<path d=\"").append(path(series)).append("\"/>");
    }
    svg.append("</g>");
  }

  private void points(Series series) {
    for (int i = 0; i < series.size(); i++) {
      double across = x.position(series.x(i));
      double down = y.position(series.y(i));
      if (Double.isFinite(across) && Double.isFinite(down)) {
        svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"3\"/>".formatted(pixel(across), pixel(down)));
      }
    }
  }

  /** The line begins anew after each point that cannot be shown. */
  private String path(Series series) {
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int i = 0; i < series.size(); i++) {
      double across = x.position(series.x(i));
      double down = y.position(series.y(i));
      boolean shown = Double.isFinite(across) && Double.isFinite(down);
      if (shown) {
        path.append(pen ? 'L' : 'M').append(pixel(across)).append(' ').append(pixel(down));
      }
      pen = shown;
    }
    return path.toString();
  }

  private static String classes(Series series, int index) {
    return series.style().name().toLowerCase(Locale.ROOT) + " c" + index % COLOURS;
  }

  private static String pixel(double position) {
    return String.format(Locale.ROOT, "%.1f", position);
  }
}
