package org.gan4j.train.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Points in the plane: data in grey, samples in colour above them, one unit equally long on both
 * axes. The data alone fix the axes, so that plots of one run can be compared; the legend counts
 * samples outside.
 */
public final class ScatterPlot {
  private static final int SIDE = 640;
  private static final int MARKER = 5;

  private ScatterPlot() {}

  /**
   * Writes the plot.
   *
   * @param file the PNG file, replaced
   * @param title the words above
   * @param data points of the data
   * @param samples points of the generator
   * @shape data {@code [n, 2]}, samples {@code [m, 2]}
   * @throws IllegalArgumentException if either is empty, has half a point or a value that is not
   *     finite
   * @throws IOException if the file cannot be written, or if Java finds no fonts
   */
  public static void write(Path file, String title, float[] data, float[] samples)
      throws IOException {
    Chart.check("ScatterPlot data", data, 2);
    Chart.check("ScatterPlot samples", samples, 2);
    Chart.write(file, () -> render(title, data, samples));
  }

  static BufferedImage render(String title, float[] data, float[] samples) {
    Range dataX = Range.of(data, 0, 2);
    Range dataY = Range.of(data, 1, 2);
    double extent = Math.max(dataX.extent(), dataY.extent());
    Range x = dataX.around(extent);
    Range y = dataY.around(extent);
    XYChart chart = Chart.create(title, x, y, SIDE, SIDE);
    int[] inside = inside(samples, x, y);
    add(chart, "data", data, inside(data, x, y), Chart.DATA);
    String label = Chart.samplesLabel(samples.length / 2 - inside.length);
    add(chart, label, samples, inside, Chart.SAMPLES);
    return paintEqualAspect(chart, x, y);
  }

  private static int[] inside(float[] points, Range x, Range y) {
    return IntStream.range(0, points.length / 2)
        .filter(i -> x.contains(points[2 * i]) && y.contains(points[2 * i + 1]))
        .toArray();
  }

  private static void add(XYChart chart, String name, float[] points, int[] shown, Color color) {
    double[] xs = IntStream.of(shown).mapToDouble(i -> points[2 * i]).toArray();
    double[] ys = IntStream.of(shown).mapToDouble(i -> points[2 * i + 1]).toArray();
    // XChart refuses a series without points; NaN is one that it does not draw.
    double[] none = {Double.NaN};
    XYSeries series =
        shown.length == 0 ? chart.addSeries(name, none, none) : chart.addSeries(name, xs, ys);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(color);
    chart.getStyler().setMarkerSize(MARKER);
  }

  /** Only a painted chart knows how much room its labels take, hence twice. */
  private static BufferedImage paintEqualAspect(XYChart chart, Range x, Range y) {
    Chart.paint(chart, SIDE, SIDE);
    double across = chart.getScreenXFromChart(x.high()) - chart.getScreenXFromChart(x.low());
    double down = chart.getScreenYFromChart(y.low()) - chart.getScreenYFromChart(y.high());
    return Chart.paint(chart, SIDE, SIDE + (int) Math.round(across - down));
  }
}
