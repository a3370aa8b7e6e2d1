package org.gan4j.train.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Numbers: the data's density as a grey area, the samples' as a coloured line, in the same bins.
 * The data alone fix the horizontal axis; samples outside count in the density's denominator, and
 * the legend tells how many.
 */
public final class HistogramPlot {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 480;
  private static final int BINS = 64;
  private static final double HEADROOM = 1.08;

  private HistogramPlot() {}

  /**
   * Writes the plot.
   *
   * @param file the PNG file, replaced
   * @param title the words above
   * @param data numbers of the data
   * @param samples numbers of the generator
   * @shape data {@code [n, 1]}, samples {@code [m, 1]}
   * @throws IllegalArgumentException if either is empty or has a value that is not finite
   * @throws IOException if the file cannot be written, or if Java finds no fonts
   */
  public static void write(Path file, String title, float[] data, float[] samples)
      throws IOException {
    Chart.check("HistogramPlot data", data, 1);
    Chart.check("HistogramPlot samples", samples, 1);
    Chart.write(file, () -> render(title, data, samples));
  }

  static BufferedImage render(String title, float[] data, float[] samples) {
    Range extent = Range.of(data, 0, 1);
    Range x = extent.around(extent.extent());
    double[] dataDensity = density(data, x, BINS);
    double[] samplesDensity = density(samples, x, BINS);
    double top =
        Math.max(
            Arrays.stream(dataDensity).max().orElseThrow(),
            Arrays.stream(samplesDensity).max().orElseThrow());
    XYChart chart = Chart.create(title, x, new Range(0, top * HEADROOM), WIDTH, HEIGHT);
    add(chart, "data", x, dataDensity, Chart.DATA).setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
    add(chart, Chart.samplesLabel(outside(samples, x)), x, samplesDensity, Chart.SAMPLES);
    return Chart.paint(chart, WIDTH, HEIGHT);
  }

  /** The share of all values in each bin, divided by the bin's width. */
  static double[] density(float[] values, Range x, int bins) {
    double width = x.extent() / bins;
    double[] density = new double[bins];
    for (float value : values) {
      if (x.contains(value)) {
        density[Math.min(bins - 1, (int) ((value - x.low()) / width))] +=
            1 / (values.length * width);
      }
    }
    return density;
  }

  private static int outside(float[] samples, Range x) {
    int outside = 0;
    for (float sample : samples) {
      outside += x.contains(sample) ? 0 : 1;
    }
    return outside;
  }

  /**
   * Adds the density as steps, two points a bin. The point in the first bin's middle is for XChart,
   * which labels evenly spaced values themselves, with all their digits.
   */
  private static XYSeries add(XYChart chart, String name, Range x, double[] density, Color color) {
    double width = x.extent() / density.length;
    double[] xs = new double[2 * density.length + 1];
    double[] ys = new double[xs.length];
    xs[0] = x.low();
    ys[0] = density[0];
    xs[1] = x.low() + width / 2;
    ys[1] = density[0];
    for (int i = 2; i < xs.length; i++) {
      int edge = i / 2;
      xs[i] = x.low() + edge * width;
      ys[i] = density[(i - 1) / 2];
    }
    XYSeries series = chart.addSeries(name, xs, ys);
    Color opaque = new Color(color.getRGB());
    series.setMarker(SeriesMarkers.NONE).setLineColor(opaque).setFillColor(color);
    series.setLineStyle(new BasicStroke(2f));
    return series;
  }
}
