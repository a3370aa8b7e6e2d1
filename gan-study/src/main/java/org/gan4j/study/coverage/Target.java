package org.gan4j.study.coverage;

import java.util.Arrays;
import java.util.Collections;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.gan4j.core.Shape;
import org.gan4j.core.random.Rng;
import org.gan4j.data.LogDensity;
import org.gan4j.data.distribution.MultiModal;
import org.gan4j.data.spec.Points;
import org.gan4j.metrics.DensityGrid;
import org.gan4j.metrics.ModeCoverage;
import org.gan4j.train.GanConfig;

/** The true distribution of a study, and the grid on which samples are compared with it. */
final class Target {
  /** The width of a grid cell, in standard deviations. */
  private static final double CELL_SDS = 2;

  /** How far the grid extends beyond the outermost centres, in standard deviations. */
  private static final double MARGIN_SDS = 20;

  private final MultiModal distribution;
  private final LogDensity density;
  private final DensityGrid grid;

  private Target(MultiModal distribution) {
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

  static Target of(GanConfig config) {
    if (config.data() instanceof Points points
        && points.distribution() instanceof MultiModal distribution
        && distribution.sampleShape().equals(Shape.of(2))) {
      return new Target(distribution);
    }
    throw new IllegalArgumentException(
        "coverage: expected data of equal modes in the plane, such as a ring or a grid, got "
            + config.data());
  }

  /** Draws from the true distribution, as a perfect generator would. */
  float[] sample(int n, long seed) {
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

  SeedScore score(long seed, float[] samples, double seconds) {
    return new SeedScore(
        seed,
        ModeCoverage.of(samples, distribution),
        grid.jsd(samples, density),
        seconds,
        OptionalLong.empty());
  }

  /** The score of a training that diverged at a step, and so has no samples. */
  SeedScore diverged(long seed, int samples, double seconds, long step) {
    ModeCoverage none = new ModeCoverage(Collections.nCopies(distribution.modes(), 0), samples);
    return new SeedScore(seed, none, Math.log(2), seconds, OptionalLong.of(step));
  }
}
