package org.gan4j.io.plot;

import java.util.Locale;
import org.gan4j.io.Xml;
import org.gan4j.io.plot.Canvas.Box;

/**
 * Figures as SVG elements of an HTML page, which shows titles and legends itself. Include {@link
 * #stylesheet} in the style sheet of the page, so that one drawing serves light and dark screens.
 */
public final class InlineSvg {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 310;

  private InlineSvg() {}

  /**
   * Draws a figure, without its title and legend.
   *
   * @param figure the figure
   * @param id an identifier that is unique on the page
   * @return an {@code svg} element of class {@code plot}, 480 wide and 310 high unless styled
   */
  public static String of(Figure figure, String id) {
    SvgCanvas canvas = new SvgCanvas();
    new PlotArea(figure, new Box(PlotArea.LEFT, 10, WIDTH - 12, HEIGHT - PlotArea.BELOW))
        .draw(canvas);
    return String.format(
            Locale.ROOT,
            "<svg class=\"plot\" viewBox=\"0 0 %d %d\" font-family=\"system-ui, sans-serif\""
                + " role=\"img\" aria-labelledby=\"%s-t %s-d\">",
            WIDTH,
            HEIGHT,
            id,
            id)
        + String.format(
            Locale.ROOT, "<title id=\"%s-t\">%s</title>", id, Xml.escape(figure.title()))
        + String.format(
            Locale.ROOT, "<desc id=\"%s-d\">%s</desc>", id, Xml.escape(figure.description()))
        + canvas.elements()
        + "</svg>\n";
  }

  /**
   * Draws a sample of a series for a legend.
   *
   * @param figure the figure
   * @param index which of its series, from 0
   * @return an {@code svg} element of class {@code swatch}, 24 wide and 12 high unless styled
   */
  public static String swatch(Figure figure, int index) {
    SvgCanvas canvas = new SvgCanvas();
    Series series = figure.series().get(index);
    Marks.sample(canvas, series.style(), Ink.of(series, figure.colour(index)), 0, 6);
    return String.format(
        Locale.ROOT,
        "<svg class=\"swatch\" viewBox=\"0 0 24 12\" aria-hidden=\"true\">%s</svg>",
        canvas.elements());
  }

  /** {@return the colours of all drawings, as CSS for light and dark screens} */
  public static String stylesheet() {
    return Ink.stylesheet();
  }
}
