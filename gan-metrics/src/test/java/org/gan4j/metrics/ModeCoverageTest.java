package org.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import org.gan4j.core.random.Rng;
import org.gan4j.data.distribution.Grid;
import org.gan4j.data.distribution.Ring;
import org.junit.jupiter.api.Test;

class ModeCoverageTest {
  /** Centres (±1, ±1), reach 0.3; the third sample is just outside, the fourth just inside. */
  @Test
  void countsSamplesWithinThreeStandardDeviations() {
    float[] points = {-1, -1, 1, 1, 1, 1.301f, 1, 1.299f, 0, 0, 5, 1};
    ModeCoverage coverage = ModeCoverage.of(points, new Grid(2, 2, 0.1));
    assertThat(coverage).isEqualTo(new ModeCoverage(List.of(1, 0, 0, 2), 6));
    assertThat(coverage.modes()).isEqualTo(2);
    assertThat(coverage.highQuality()).isEqualTo(0.5);
    // log 4 - H(1/3, 2/3), by hand
    double expected = Math.log(4) + Math.log(1 / 3.0) / 3 + 2 * Math.log(2 / 3.0) / 3;
    assertThat(coverage.reverseKl().orElseThrow()).isCloseTo(expected, within(1e-12));
  }

  @Test
  void reverseKlIsZeroForEvenAndLogKForCollapsedSamples() {
    assertThat(new ModeCoverage(List.of(5, 5, 5), 20).reverseKl().orElseThrow())
        .isCloseTo(0, within(1e-15));
    assertThat(new ModeCoverage(List.of(0, 7, 0), 20).reverseKl().orElseThrow())
        .isCloseTo(Math.log(3), within(1e-15));
  }

  @Test
  void reverseKlIsUndefinedWithoutHighQualitySamples() {
    ModeCoverage none = ModeCoverage.of(new float[] {0, 0}, new Ring(8, 1, 0.01));
    assertThat(none.reverseKl()).isEmpty();
    assertThat(none.modes()).isZero();
    assertThat(none.highQuality()).isZero();
  }

  @Test
  void everySampleOfAClassIsOfHighQuality() {
    ModeCoverage coverage = ModeCoverage.ofClasses(new int[] {4, 0, 4, 2}, 5);
    assertThat(coverage).isEqualTo(new ModeCoverage(List.of(1, 0, 1, 0, 2), 4));
    assertThat(coverage.modes()).isEqualTo(3);
    assertThat(coverage.highQuality()).isEqualTo(1);
    // log 5 - H(1/4, 1/4, 1/2), by hand
    assertThat(coverage.reverseKl().orElseThrow())
        .isCloseTo(Math.log(5) - 1.5 * Math.log(2), within(1e-15));
  }

  @Test
  void classesOutOfRangeAreNamed() {
    assertThatThrownBy(() -> ModeCoverage.ofClasses(new int[] {1, 5}, 5))
        .hasMessage("ModeCoverage.ofClasses: expected classes from 0 to 4, got 5 at index 1");
    assertThatThrownBy(() -> ModeCoverage.ofClasses(new int[] {-1}, 5))
        .hasMessage("ModeCoverage.ofClasses: expected classes from 0 to 4, got -1 at index 0");
    assertThatThrownBy(() -> ModeCoverage.ofClasses(new int[0], 5))
        .hasMessageStartingWith("ModeCoverage: expected counts >= 0 of at least one mode")
        .hasMessageEndingWith(" of 0");
  }

  /**
   * A plane normal distribution has 1 - e^-4.5 of its mass within 3 sigma; bounds are four standard
   * errors.
   */
  @Test
  void theTrueDistributionScoresWhatTheoryGives() {
    Grid grid = new Grid(5, 2, 0.05);
    RandomGenerator draws = Rng.ofSeed(1).stream("truth").at(0);
    float[] points = new float[40_000];
    double[] point = new double[2];
    for (int i = 0; i < points.length; i += 2) {
      grid.sample(draws, point);
      points[i] = (float) point[0];
      points[i + 1] = (float) point[1];
    }
    ModeCoverage coverage = ModeCoverage.of(points, grid);
    assertThat(coverage.highQuality()).isCloseTo(1 - Math.exp(-4.5), within(0.003));
    assertThat(coverage.modes()).isEqualTo(25);
    // (K - 1) / 2n on average, with a standard deviation of sqrt((K - 1) / 2) / n
    assertThat(coverage.reverseKl().orElseThrow()).isBetween(1e-5, 0.0006 + 4 * 0.000175);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> ModeCoverage.of(new float[3], new Grid(2, 2, 0.1)))
        .hasMessage(
            "ModeCoverage.of: expected complete samples of at least 1 dimension, got 3 values and 2"
                + " dimensions; pass [n, dimensions], row-major");
    assertThatThrownBy(() -> ModeCoverage.of(new float[0], new Grid(2, 2, 0.1)))
        .hasMessage("ModeCoverage.of: expected at least 1 sample, got 0; draw more");
    assertThatThrownBy(() -> new ModeCoverage(List.of(3), 2)).hasMessageContaining("got [3] of 2");
  }
}
