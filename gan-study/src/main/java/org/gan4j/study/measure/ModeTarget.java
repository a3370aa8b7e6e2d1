package org.gan4j.study.measure;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.gan4j.core.Shape;
import org.gan4j.core.random.Rng;
import org.gan4j.data.LogDensity;
import org.gan4j.data.distribution.MultiModal;
import org.gan4j.data.spec.Points;
import org.gan4j.metrics.DensityGrid;
import org.gan4j.metrics.ModeCoverage;
import org.gan4j.train.GanConfig;

/**
 * A true distribution of modes in the plane, and the grid on which samples are compared with it.
 */
public final class ModeTarget {
  /** The width of a grid cell, in standard deviations. */
  private static final double CELL_SDS = 2;

  /** How far the grid extends beyond the outermost centres, in standard deviations. */
  private static final double MARGIN_SDS = 20;

  private final MultiModal distribution;
  private final LogDensity density;
  private final DensityGrid grid;

  private ModeTarget(MultiModal distribution) {
    this.distribution = distribution;
    density = distribution.logDensity().orElseThrow();
    double reach =
        Arrays.stream(distribution.centres())
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow()
            + MARGIN_SDS * distribution.sd();
    int cells = (int) Math.ceil(2 * reach / (CELL_SDS * distribution.sd()));
    grid = new DensityGrid(-reach, reach, cells);
  }

  /**
   * Returns the distribution that a run imitates.
   *
   * @param config the run
   * @return its target
   * @throws IllegalArgumentException if the data are not equal modes in the plane
   */
  public static ModeTarget of(GanConfig config) {
    if (config.data() instanceof Points points
        && points.distribution() instanceof MultiModal distribution
        && distribution.sampleShape().equals(Shape.of(2))) {
      return new ModeTarget(distribution);
    }
    throw new IllegalArgumentException(
        "coverage: expected data of equal modes in the plane, such as a ring or a grid, got "
            + config.data());
  }

  /**
   * Draws from the true distribution, as a perfect generator would.
   *
   * @param n the number of samples
   * @param seed the seed of the draws
   * @return the samples
   * @shape result [n, 2], row-major
   */
  public float[] sample(int n, long seed) {
    RandomGenerator draws = Rng.ofSeed(seed).stream("true law").at(0);
    float[] points = new float[2 * n];
    double[] point = new double[2];
    for (int i = 0; i < n; i++) {
      distribution.sample(draws, point);
      points[2 * i] = (float) point[0];
      points[2 * i + 1] = (float) point[1];
    }
    return points;
  }

  /**
   * Scores samples.
   *
   * @param samples the samples, all finite
   * @shape samples [n, 2], row-major
   * @return the figures of {@link CoverageMeasure#metrics}
   */
  public List<OptionalDouble> score(float[] samples) {
    ModeCoverage coverage = ModeCoverage.of(samples, distribution);
    return List.of(
        OptionalDouble.of(coverage.modes()),
        OptionalDouble.of(coverage.highQuality()),
        coverage.reverseKl(),
        OptionalDouble.of(grid.jsd(samples, density)));
  }
}
