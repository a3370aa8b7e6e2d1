package org.gan4j.train.image;

import java.awt.AWTError;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/** What the plots share: their look, and a clear word where Java cannot draw text. */
final class Chart {
  static final Color DATA = new Color(140, 140, 140, 140);
  static final Color SAMPLES = new Color(214, 84, 30, 130);

  private static final Color INK = new Color(0x33, 0x33, 0x33);
  private static final MathContext LABEL_DIGITS = new MathContext(6);
  private static final Color GRID = new Color(0xE6, 0xE6, 0xE6);

  private Chart() {}

  /** An empty chart in the common style with the axes fixed. */
  static XYChart create(String title, Range x, Range y, int width, int height) {
    XYChart chart = new XYChartBuilder().title(title).width(width).height(height).build();
    XYStyler style = chart.getStyler();
    style.setXAxisMin(x.low()).setXAxisMax(x.high()).setYAxisMin(y.low()).setYAxisMax(y.high());
    style.setLocale(Locale.ROOT).setPlotGridLinesColor(GRID);
    style.setPlotGridLinesStroke(new BasicStroke(1f)).setPlotTicksMarksVisible(false);
    style.setAxisTicksLineVisible(false).setAxisTickLabelsColor(INK);
    style.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    style.setxAxisTickLabelsFormattingFunction(Chart::tick);
    style.setyAxisTickLabelsFormattingFunction(Chart::tick);
    style.setChartTitlePadding(8);
    style.setPlotMargin(4).setPlotContentSize(1.0);
    style.setChartBackgroundColor(Color.WHITE).setPlotBackgroundColor(Color.WHITE);
    style.setPlotBorderColor(GRID).setChartPadding(14).setChartFontColor(INK);
    style
        .setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15))
        .setChartTitleBoxVisible(false);
    style.setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal);
    style.setLegendBorderColor(Color.WHITE);
    style.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    return chart;
  }

  /** A tick's label: at most six digits, an exponent where zeros would be many. */
  static String tick(double value) {
    BigDecimal rounded = new BigDecimal(value, LABEL_DIGITS).stripTrailingZeros();
    double size = Math.abs(value);
    boolean plain = value == 0 || (size >= 1e-4 && size < 1e7);
    return plain ? rounded.toPlainString() : rounded.toString();
  }

  static BufferedImage paint(XYChart chart, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      chart.paint(graphics, width, height);
    } finally {
      graphics.dispose();
    }
    return image;
  }

  /** The legend's words for samples of which some may lie outside the axes. */
  static String samplesLabel(int outside) {
    return outside == 0 ? "samples" : "samples (" + outside + " outside)";
  }

  static void check(String where, float[] values, int dimensions) {
    if (values.length == 0 || values.length % dimensions != 0) {
      throw new IllegalArgumentException(
          "%s: expected a positive multiple of %d values, got %d; pass whole points"
              .formatted(where, dimensions, values.length));
    }
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "%s: expected finite values, got %s at point %d; the run diverged, or the data are bad"
                .formatted(where, values[i], i / dimensions));
      }
    }
  }

  /**
   * Draws and writes.
   *
   * @throws IOException if the file cannot be written, or if Java cannot draw text: without fonts
   *     or with a display that does not answer, AWT throws one of these, and none names the cure
   */
  static void write(Path file, Supplier<BufferedImage> drawing) throws IOException {
    BufferedImage image;
    try {
      image = drawing.get();
    } catch (RuntimeException | InternalError | AWTError | LinkageError e) {
      throw new IOException(
          file
              + ": expected fonts to draw text with, got "
              + reason(e)
              + "; install fontconfig and a font such as DejaVu, and run with"
              + " -Djava.awt.headless=true",
          e);
    }
    PngFile.write(file, image);
  }

  private static String reason(Throwable error) {
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString().lines().findFirst().orElseThrow();
  }
}
