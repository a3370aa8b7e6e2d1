package org.gan4j.io.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gan4j.core.Expect;

/**
 * The numbers and names of a plot.
 *
 * @param title the title
 * @param description a description for readers who cannot see the figure
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param square whether both axes have the same scale
 * @param series the series; later ones are drawn on top
 */
public record Figure(
    String title, String description, Axis x, Axis y, boolean square, List<Series> series) {
  /**
   * Copies the series.
   *
   * @param title the title
   * @param description a description for readers who cannot see the figure
   * @param x the horizontal axis
   * @param y the vertical axis
   * @param square whether both axes have the same scale
   * @param series the series
   */
  public Figure {
    series = List.copyOf(series);
  }

  /**
   * Returns an empty figure with linear axes that show all of its numbers.
   *
   * @param title the title
   * @param description a description for readers who cannot see the figure
   * @param x the label of the horizontal axis, or an empty one
   * @param y the label of the vertical axis, or an empty one
   * @return the figure, to which the other methods add series
   */
  public static Figure of(String title, String description, String x, String y) {
    return new Figure(title, description, Axis.linear(x), Axis.linear(y), false, List.of());
  }

  /** {@return a copy with a logarithmic horizontal axis} */
  public Figure logX() {
    return new Figure(title, description, x.inDecades(), y, square, series);
  }

  /** {@return a copy with a logarithmic vertical axis} */
  public Figure logY() {
    return new Figure(title, description, x, y.inDecades(), square, series);
  }

  /**
   * Returns a copy that shows this range of the horizontal axis.
   *
   * @param shown the range; it may be widened if the axes have the same scale
   * @return the copy
   */
  public Figure showingX(AxisRange shown) {
    return new Figure(title, description, x.showing(shown), y, square, series);
  }

  /**
   * Returns a copy that shows this range of the vertical axis.
   *
   * @param shown the range; it may be widened if the axes have the same scale
   * @return the copy
   */
  public Figure showingY(AxisRange shown) {
    return new Figure(title, description, x, y.showing(shown), square, series);
  }

  /** {@return a copy whose axes have the same scale} */
  public Figure withSquareUnits() {
    return new Figure(title, description, x, y, true, series);
  }

  /**
   * Returns a copy with another line.
   *
   * @param name its name in the legend
   * @param xs the x of each point
   * @param ys the y of each point
   * @return a copy
   * @throws IllegalArgumentException if there are not as many y as x
   */
  public Figure line(String name, double[] xs, double[] ys) {
    return with(Series.of(name, Series.Style.LINE, xs, ys));
  }

  /**
   * Returns a copy with another dashed line, for a reference.
   *
   * @param name its name in the legend
   * @param xs the x of each point
   * @param ys the y of each point
   * @return a copy
   * @throws IllegalArgumentException if there are not as many y as x
   */
  public Figure dashed(String name, double[] xs, double[] ys) {
    return with(Series.of(name, Series.Style.DASHED, xs, ys));
  }

  /**
   * Returns a copy with another series of points.
   *
   * @param name their name in the legend
   * @param xs the x of each point
   * @param ys the y of each point
   * @return a copy
   * @throws IllegalArgumentException if there are not as many y as x
   */
  public Figure points(String name, double[] xs, double[] ys) {
    return with(Series.of(name, Series.Style.POINTS, xs, ys));
  }

  /**
   * Returns a copy with another series of small, translucent points, for hundreds of them.
   *
   * @param name their name in the legend
   * @param xs the x of each point
   * @param ys the y of each point
   * @return a copy
   * @throws IllegalArgumentException if there are not as many y as x
   */
  public Figure cloud(String name, double[] xs, double[] ys) {
    return with(Series.of(name, Series.Style.CLOUD, xs, ys));
  }

  /**
   * Returns a copy with another area between two lines.
   *
   * @param name its name in the legend
   * @param xs the x of both lines
   * @param lows the y of the lower line
   * @param highs the y of the upper line
   * @return a copy
   * @throws IllegalArgumentException if there are not as many y as x
   */
  public Figure band(String name, double[] xs, double[] lows, double[] highs) {
    return with(
        Series.of(name, Series.Style.AREA, thereAndBack(xs, xs), thereAndBack(highs, lows)));
  }

  /**
   * Returns a copy with another line in a band of the same colour, for a mean and its uncertainty.
   *
   * @param name its name in the legend
   * @param xs the x of each point
   * @param ys the y of each point
   * @param lows the lower end of the band at each point
   * @param highs the upper end of the band at each point
   * @return a copy
   * @throws IllegalArgumentException if there are not as many y as x
   */
  public Figure lineInBand(String name, double[] xs, double[] ys, double[] lows, double[] highs) {
    Figure banded = band(name, xs, lows, highs);
    List<Series> more = new ArrayList<>(banded.series);
    more.add(more.remove(more.size() - 1).underNext());
    return with(more).line(name, xs, ys);
  }

  /** {@return the indices of the series that the legend names} */
  public List<Integer> legend() {
    return IntStream.range(0, series.size())
        .filter(i -> !series.get(i).isUnderNext())
        .boxed()
        .toList();
  }

  /** Which colour a series has: that of its place in the legend. */
  int colour(int index) {
    return (int) series.subList(0, index).stream().filter(one -> !one.isUnderNext()).count();
  }

  private static double[] thereAndBack(double[] there, double[] back) {
    DoubleStream reversed =
        IntStream.range(0, back.length).mapToDouble(i -> back[back.length - 1 - i]);
    return DoubleStream.concat(DoubleStream.of(there), reversed).toArray();
  }

  /**
   * Returns a copy with another histogram, as its outline.
   *
   * @param name its name in the legend
   * @param edges the edges of the bins in order, one more than bins
   * @param heights the heights of the bins
   * @return a copy
   * @throws IllegalArgumentException if there is not one edge more than heights
   */
  public Figure steps(String name, double[] edges, double[] heights) {
    requireEdges(name, edges, heights);
    return line(name, inner(edges), twice(heights));
  }

  /**
   * Returns a copy with another histogram, filled down to 0.
   *
   * @param name its name in the legend
   * @param edges the edges of the bins in order, one more than bins
   * @param heights the heights of the bins
   * @return a copy
   * @throws IllegalArgumentException if there is not one edge more than heights
   */
  public Figure bars(String name, double[] edges, double[] heights) {
    requireEdges(name, edges, heights);
    return band(name, inner(edges), new double[2 * heights.length], twice(heights));
  }

  private static void requireEdges(String name, double[] edges, double[] heights) {
    if (edges.length != heights.length + 1) {
      throw Expect.failure(
          "Series " + name, "one edge more than heights", edges.length + " and " + heights.length);
    }
  }

  private static double[] inner(double[] edges) {
    return Arrays.copyOfRange(twice(edges), 1, 2 * edges.length - 1);
  }

  private static double[] twice(double[] values) {
    return DoubleStream.of(values).flatMap(value -> DoubleStream.of(value, value)).toArray();
  }

  /**
   * Returns a copy with the last series in grey, for a reference.
   *
   * @return a copy
   * @throws IllegalStateException if there is no series
   */
  public Figure inGrey() {
    if (series.isEmpty()) {
      throw new IllegalStateException("Figure.inGrey: expected a series before it, got none");
    }
    List<Series> recoloured = new ArrayList<>(series);
    recoloured.add(recoloured.remove(series.size() - 1).inGrey());
    return with(recoloured);
  }

  private Figure with(Series one) {
    List<Series> more = new ArrayList<>(series);
    more.add(one);
    return with(more);
  }

  private Figure with(List<Series> others) {
    return new Figure(title, description, x, y, square, others);
  }
}
