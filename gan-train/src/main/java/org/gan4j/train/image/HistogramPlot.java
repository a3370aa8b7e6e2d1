package org.gan4j.train.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gan4j.io.plot.AxisRange;
import org.gan4j.io.plot.Figure;
import org.gan4j.io.plot.Sheet;

/**
 * A histogram of numbers: the density of the data as a grey area and that of the samples as a
 * coloured line, in the same bins. The data alone determine the horizontal axis. Samples outside it
 * count in the density's denominator, and the legend gives their number.
 */
public final class HistogramPlot {
  private static final int WIDTH = 724;
  private static final int HEIGHT = 376;
  private static final int BINS = 64;
  private static final double HEADROOM = 1.08;

  private HistogramPlot() {}

  /**
   * Writes the plot.
   *
   * @param file the PNG file, replaced
   * @param title the title above the plot
   * @param data numbers of the data
   * @param samples numbers of the generator
   * @shape data {@code [n, 1]}, samples {@code [m, 1]}
   * @throws IllegalArgumentException if either is empty or has a value that is not finite
   * @throws IOException if the file cannot be written, or if Java finds no fonts
   */
  public static void write(Path file, String title, float[] data, float[] samples)
      throws IOException {
    AgainstData.check("HistogramPlot data", data, 1);
    AgainstData.check("HistogramPlot samples", samples, 1);
    new Sheet(List.of(figure(title, data, samples)), 1, WIDTH, HEIGHT).writePng(file);
  }

  private static Figure figure(String title, float[] data, float[] samples) {
    double[] numbers = AgainstData.column(data, 0, 1);
    double[] generated = AgainstData.column(samples, 0, 1);
    AxisRange x = AgainstData.axis(numbers, AgainstData.extent(numbers));
    double[] edges =
        IntStream.rangeClosed(0, BINS).mapToDouble(i -> x.low() + i * x.extent() / BINS).toArray();
    double[] dataDensity = density(numbers, x, BINS);
    double[] samplesDensity = density(generated, x, BINS);
    double top =
        DoubleStream.concat(DoubleStream.of(dataDensity), DoubleStream.of(samplesDensity))
            .max()
            .orElseThrow();
    long outside = DoubleStream.of(generated).filter(sample -> !x.contains(sample)).count();
    return Figure.of(title, "Density of the data and of the generator's samples.", "", "")
        .showingX(x)
        .showingY(new AxisRange(0, top * HEADROOM))
        .bars("data", edges, dataDensity)
        .inGrey()
        .steps(AgainstData.samples(outside), edges, samplesDensity);
  }

  /** The share of all values in each bin, divided by the bin's width. */
  static double[] density(double[] values, AxisRange x, int bins) {
    double width = x.extent() / bins;
    double[] density = new double[bins];
    for (double value : values) {
      if (x.contains(value)) {
        density[Math.min(bins - 1, (int) ((value - x.low()) / width))] +=
            1 / (values.length * width);
      }
    }
    return density;
  }
}
