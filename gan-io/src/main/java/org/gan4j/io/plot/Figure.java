package org.gan4j.io.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A plot as numbers.
 *
 * @param title what is seen
 * @param description what a person who cannot see it should know
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param square whether a unit is as long on both axes
 * @param series what is drawn, each above those before it
 */
public record Figure(
    String title, String description, Axis x, Axis y, boolean square, List<Series> series) {
  /**
   * Copies the series.
   *
   * @param title what is seen
   * @param description the same in words
   * @param x the horizontal axis
   * @param y the vertical axis
   * @param square whether a unit is as long on both axes
   * @param series what is drawn
   */
  public Figure {
    series = List.copyOf(series);
  }

  /**
   * Returns an empty figure with linear axes that show all of its numbers.
   *
   * @param title what is seen
   * @param description what a person who cannot see it should know
   * @param x the label of the horizontal axis, or an empty one
   * @param y the label of the vertical axis, or an empty one
   * @return the figure, for the other methods to fill
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
   * Returns a copy that shows this part of the horizontal axis, whatever the numbers are.
   *
   * @param shown the part; widened where units are to be square
   * @return the copy
   */
  public Figure showingX(AxisRange shown) {
    return new Figure(title, description, x.showing(shown), y, square, series);
  }

  /**
   * Returns a copy that shows this part of the vertical axis, whatever the numbers are.
   *
   * @param shown the part; widened where units are to be square
   * @return the copy
   */
  public Figure showingY(AxisRange shown) {
    return new Figure(title, description, x, y.showing(shown), square, series);
  }

  /** {@return a copy where a unit is as long on both axes} */
  public Figure withSquareUnits() {
    return new Figure(title, description, x, y, true, series);
  }

  /**
   * Returns this figure with one more line.
   *
   * @param name what the legend calls it
   * @param xs the points' x
   * @param ys the points' y, as many
   * @return a copy
   * @throws IllegalArgumentException if the numbers of x and y differ
   */
  public Figure line(String name, double[] xs, double[] ys) {
    return with(Series.of(name, Series.Style.LINE, xs, ys));
  }

  /**
   * Returns this figure with one more broken line, for what the rest is held against.
   *
   * @param name what the legend calls it
   * @param xs the points' x
   * @param ys the points' y, as many
   * @return a copy
   * @throws IllegalArgumentException if the numbers of x and y differ
   */
  public Figure dashed(String name, double[] xs, double[] ys) {
    return with(Series.of(name, Series.Style.DASHED, xs, ys));
  }

  /**
   * Returns this figure with more points.
   *
   * @param name what the legend calls them
   * @param xs the points' x
   * @param ys the points' y, as many
   * @return a copy
   * @throws IllegalArgumentException if the numbers of x and y differ
   */
  public Figure points(String name, double[] xs, double[] ys) {
    return with(Series.of(name, Series.Style.POINTS, xs, ys));
  }

  /**
   * Returns this figure with hundreds of small, translucent points more.
   *
   * @param name what the legend calls them
   * @param xs the points' x
   * @param ys the points' y, as many
   * @return a copy
   * @throws IllegalArgumentException if the numbers of x and y differ
   */
  public Figure cloud(String name, double[] xs, double[] ys) {
    return with(Series.of(name, Series.Style.CLOUD, xs, ys));
  }

  /**
   * Returns this figure with one more area between two lines.
   *
   * @param name what the legend calls it
   * @param xs the x of both lines
   * @param lows the lower line's y, as many
   * @param highs the upper line's y, as many
   * @return a copy
   * @throws IllegalArgumentException if the numbers of x and y differ
   */
  public Figure band(String name, double[] xs, double[] lows, double[] highs) {
    return with(
        Series.of(name, Series.Style.AREA, thereAndBack(xs, xs), thereAndBack(highs, lows)));
  }

  private static double[] thereAndBack(double[] there, double[] back) {
    DoubleStream reversed =
        IntStream.range(0, back.length).mapToDouble(i -> back[back.length - 1 - i]);
    return DoubleStream.concat(DoubleStream.of(there), reversed).toArray();
  }

  /**
   * Returns this figure with one more staircase.
   *
   * @param name what the legend calls it
   * @param edges the bins' edges in order, one more than bins
   * @param heights the bins' heights
   * @return a copy
   * @throws IllegalArgumentException if there is not one edge more than heights
   */
  public Figure steps(String name, double[] edges, double[] heights) {
    requireEdges(name, edges, heights);
    return line(name, inner(edges), twice(heights));
  }

  /**
   * Returns this figure with one more staircase, filled down to 0.
   *
   * @param name what the legend calls it
   * @param edges the bins' edges in order, one more than bins
   * @param heights the bins' heights
   * @return a copy
   * @throws IllegalArgumentException if there is not one edge more than heights
   */
  public Figure bars(String name, double[] edges, double[] heights) {
    requireEdges(name, edges, heights);
    return band(name, inner(edges), new double[2 * heights.length], twice(heights));
  }

  private static void requireEdges(String name, double[] edges, double[] heights) {
    if (edges.length != heights.length + 1) {
      throw new IllegalArgumentException(
          "Series %s: expected one edge more than heights, got %d and %d"
              .formatted(name, edges.length, heights.length));
    }
  }

  private static double[] inner(double[] edges) {
    return Arrays.copyOfRange(twice(edges), 1, 2 * edges.length - 1);
  }

  private static double[] twice(double[] values) {
    return DoubleStream.of(values).flatMap(value -> DoubleStream.of(value, value)).toArray();
  }

  /**
   * Returns this figure with its last series in grey, as what the rest is compared with.
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
