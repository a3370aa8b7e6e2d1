package org.gan4j.train.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.io.plot.AxisRange;
import org.gan4j.io.plot.Figure;
import org.gan4j.io.plot.Sheet;

/**
 * A scatter plot of points in the plane: the data in grey, the samples in colour on top, with the
 * same scale on both axes. The data alone determine the axes, so plots of one run can be compared;
 * the legend counts the samples outside.
 */
public final class ScatterPlot {
  private static final int SIDE = 564;

  private ScatterPlot() {}

  /**
   * Writes the plot.
   *
   * @param file the PNG file, replaced
   * @param title the title above the plot
   * @param data points of the data
   * @param samples points of the generator
   * @shape data {@code [n, 2]}, samples {@code [m, 2]}
   * @throws IllegalArgumentException if either is empty, or has an incomplete point or a value that
   *     is not finite
   * @throws IOException if the file cannot be written, or if Java finds no fonts
   */
  public static void write(Path file, String title, float[] data, float[] samples)
      throws IOException {
    AgainstData.check("ScatterPlot data", data, 2);
    AgainstData.check("ScatterPlot samples", samples, 2);
    new Sheet(List.of(figure(title, data, samples)), 1, SIDE, SIDE).writePng(file);
  }

  private static Figure figure(String title, float[] data, float[] samples) {
    double[] dataX = AgainstData.column(data, 0, 2);
    double[] dataY = AgainstData.column(data, 1, 2);
    double extent = Math.max(AgainstData.extent(dataX), AgainstData.extent(dataY));
    AxisRange x = AgainstData.axis(dataX, extent);
    AxisRange y = AgainstData.axis(dataY, extent);
    double[] xs = AgainstData.column(samples, 0, 2);
    double[] ys = AgainstData.column(samples, 1, 2);
    long inside =
        IntStream.range(0, xs.length).filter(i -> x.contains(xs[i]) && y.contains(ys[i])).count();
    return Figure.of(title, "Samples of the generator over data points.", "", "")
        .showingX(x)
        .showingY(y)
        .withSquareUnits()
        .cloud("data", dataX, dataY)
        .inGrey()
        .cloud(AgainstData.samples(xs.length - inside), xs, ys);
  }
}
