package org.gan4j.train.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.io.plot.Figure;
import org.gan4j.io.plot.Interval;
import org.gan4j.io.plot.Sheet;

/**
 * Points in the plane: data in grey, samples in colour above them, one unit equally long on both
 * axes. The data alone fix the axes, so that plots of one run can be compared; the legend counts
 * samples outside.
 */
public final class ScatterPlot {
  private static final int SIDE = 564;

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
    AgainstData.check("ScatterPlot data", data, 2);
    AgainstData.check("ScatterPlot samples", samples, 2);
    new Sheet(List.of(figure(title, data, samples)), 1, SIDE, SIDE).writePng(file);
  }

  private static Figure figure(String title, float[] data, float[] samples) {
    double[] dataX = AgainstData.column(data, 0, 2);
    double[] dataY = AgainstData.column(data, 1, 2);
    double extent = Math.max(AgainstData.extent(dataX), AgainstData.extent(dataY));
    Interval x = AgainstData.axis(dataX, extent);
    Interval y = AgainstData.axis(dataY, extent);
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
