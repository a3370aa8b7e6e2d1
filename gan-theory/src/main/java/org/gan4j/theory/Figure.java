package org.gan4j.theory;

import java.util.ArrayList;
import java.util.List;

/**
 * A plot as numbers; the report draws it.
 *
 * @param title what is seen
 * @param description what a person who cannot see it should know
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param square whether a unit is as long on both axes
 * @param series what is drawn, in the order of the legend
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
   * Returns an empty figure with linear axes.
   *
   * @param title what is seen
   * @param description what a person who cannot see it should know
   * @param x the label of the horizontal axis
   * @param y the label of the vertical axis
   * @return the figure, for the other methods to fill
   */
  public static Figure of(String title, String description, String x, String y) {
    return new Figure(title, description, new Axis(x, false), new Axis(y, false), false, List.of());
  }

  /** {@return a copy with a logarithmic horizontal axis} */
  public Figure logX() {
    return new Figure(title, description, new Axis(x.label(), true), y, square, series);
  }

  /** {@return a copy with a logarithmic vertical axis} */
  public Figure logY() {
    return new Figure(title, description, x, new Axis(y.label(), true), square, series);
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
    return with(new Series(name, Series.Style.LINE, xs, ys));
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
    return with(new Series(name, Series.Style.DASHED, xs, ys));
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
    return with(new Series(name, Series.Style.POINTS, xs, ys));
  }

  private Figure with(Series one) {
    List<Series> more = new ArrayList<>(series);
    more.add(one);
    return new Figure(title, description, x, y, square, more);
  }
}
