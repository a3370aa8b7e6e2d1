package org.gan4j.metrics;

import org.gan4j.core.Expect;
import org.gan4j.data.LogDensity;

/**
 * Compares samples of the plane with a true density on a grid: square cells that fill a square, and
 * one more cell for everything outside it. The result depends on the grid and on the number of
 * samples, so compare only results that share both.
 *
 * <p>The mass of a cell is computed by the midpoint rule on 8 × 8 points. For a normal mode
 * anywhere in its cell, the measured error of the divergence is below 1e-4 if a cell is as wide as
 * the mode's standard deviation, 4e-4 if it is twice as wide, 2e-3 at four times and 7e-3 at eight
 * times; in wider cells the points miss the mode.
 *
 * @param low the square's lower bound on both axes
 * @param high its upper bound
 * @param cells how many along each axis, from 1 to 10 000
 */
public record DensityGrid(double low, double high, int cells) {
  /** Points per cell along each axis at which the density is evaluated. */
  private static final int POINTS = 8;

  /** Keeps the number of cells an int. */
  private static final int MAX_CELLS = 10_000;

  /**
   * Checks the ranges.
   *
   * @param low the square's lower bound on both axes
   * @param high its upper bound
   * @param cells how many along each axis, from 1 to 10 000
   */
  public DensityGrid {
    if (!(Double.isFinite(high - low) && low < high) || cells < 1 || cells > MAX_CELLS) {
      throw Expect.failure(
          "DensityGrid",
          "finite low < high and 1 to " + MAX_CELLS + " cells",
          "%s, %s and %d".formatted(low, high, cells));
    }
  }

  /**
   * Returns the Jensen-Shannon divergence between samples and a density, each as a histogram over
   * the cells.
   *
   * @shape points [n, 2]
   * @param points samples of the plane, row-major
   * @param density the true log density, resolved by eight points per cell and axis
   * @return the divergence in nats, in [0, log 2]
   * @throws IllegalArgumentException if there is no sample, the last one is incomplete, or one is
   *     not finite
   */
  public double jsd(float[] points, LogDensity density) {
    return Histograms.jsd(histogram(points), masses(density));
  }

  private double[] histogram(float[] points) {
    int rows = SampleSets.rows("DensityGrid.jsd", points, 2, 1);
    double[] counts = new double[cells * cells + 1];
    for (int row = 0; row < rows; row++) {
      double x = (points[2 * row] - low) / (high - low);
      double y = (points[2 * row + 1] - low) / (high - low);
      boolean inside = x >= 0 && x < 1 && y >= 0 && y < 1;
      int column = (int) (x * cells);
      counts[inside ? column * cells + (int) (y * cells) : cells * cells]++;
    }
    return counts;
  }

  /** The mass of each cell by the midpoint rule; the rest, up to 1, lies outside the square. */
  private double[] masses(LogDensity density) {
    double[] masses = new double[cells * cells + 1];
    int side = cells * POINTS;
    double step = (high - low) / side;
    double inside = 0;
    for (int i = 0; i < side; i++) {
      for (int j = 0; j < side; j++) {
        double logDensity = density.at(low + (i + 0.5) * step, low + (j + 0.5) * step);
        double mass = Math.exp(logDensity) * step * step;
        masses[i / POINTS * cells + j / POINTS] += mass;
        inside += mass;
      }
    }
    masses[cells * cells] = Math.max(0, 1 - inside);
    return masses;
  }
}
