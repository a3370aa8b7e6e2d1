package org.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.gan4j.core.random.Rng;
import org.gan4j.data.LogDensity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link DensityGrid} states of its accuracy, against masses by the distribution function. */
class DensityGridAccuracyTest {
  private static final int CELLS = 20;
  private static final int SAMPLES = 4_000;
  private static final int PLACES = 5;
  private static final double LOG_2_PI = Math.log(2 * Math.PI);

  /** Samples a fifth wider than the unit normal mode, and half a standard deviation beside it. */
  private static float[] samples(double x, double y) {
    RandomGenerator draws = Rng.ofSeed(4).stream("samples").at(0);
    float[] points = new float[2 * SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      points[2 * i] = (float) (x + 0.5 + 1.2 * draws.nextGaussian());
      points[2 * i + 1] = (float) (y + 1.2 * draws.nextGaussian());
    }
    return points;
  }

  private static double square(double x) {
    return x * x;
  }

  private static double[] masses(double[] edges, double centre) {
    NormalDistribution normal = new NormalDistribution(centre, 1);
    double[] masses = new double[CELLS];
    for (int i = 0; i < CELLS; i++) {
      masses[i] = normal.probability(edges[i], edges[i + 1]);
    }
    return masses;
  }

  /** The divergence with exact masses; the grid holds all samples and the mode. */
  private static double exact(double low, double width, float[] points, double x, double y) {
    double[] edges = new double[CELLS + 1];
    for (int i = 0; i <= CELLS; i++) {
      edges[i] = low + i * width;
    }
    double[] byColumn = masses(edges, x);
    double[] byRow = masses(edges, y);
    double[] mass = new double[CELLS * CELLS];
    for (int i = 0; i < mass.length; i++) {
      mass[i] = byColumn[i / CELLS] * byRow[i % CELLS];
    }
    double[] counts = new double[CELLS * CELLS];
    for (int i = 0; i < points.length; i += 2) {
      int column = (int) Math.floor((points[i] - low) / width);
      int row = (int) Math.floor((points[i + 1] - low) / width);
      counts[column * CELLS + row]++;
    }
    return Histograms.jsd(counts, mass);
  }

  /**
   * The bounds are those of the Javadoc; a fifth of each is reached, so that they say something.
   */
  @ParameterizedTest
  @CsvSource({"1, 1e-4", "2, 4e-4", "4, 2e-3", "8, 7e-3"})
  void theDivergenceIsAsAccurateAsStated(double width, double bound) {
    double low = -width * CELLS / 2;
    DensityGrid grid = new DensityGrid(low, -low, CELLS);
    double worst = 0;
    for (int column = 0; column < PLACES; column++) {
      for (int row = 0; row < PLACES; row++) {
        double x = width * column / PLACES;
        double y = width * row / PLACES;
        LogDensity mode = at -> -(square(at[0] - x) + square(at[1] - y)) / 2 - LOG_2_PI;
        float[] points = samples(x, y);
        double error = grid.jsd(points, mode) - exact(low, width, points, x, y);
        worst = Math.max(worst, Math.abs(error));
      }
    }
    assertThat(worst).as("error for cells of %s standard deviations", width).isLessThan(bound);
    assertThat(worst).isGreaterThan(bound / 5);
  }
}
