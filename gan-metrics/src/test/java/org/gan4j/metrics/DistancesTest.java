package org.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.gan4j.core.random.Rng;
import org.gan4j.data.distribution.Grid;
import org.junit.jupiter.api.Test;

/** Every expected number is worked out by hand from the definition. */
class DistancesTest {
  private static RandomGenerator draws() {
    return Rng.ofSeed(3).stream("directions").at(0);
  }

  @Test
  void histogramsDivergeAsTheirClosedFormsSay() {
    double[] p = {3, 1};
    double[] q = {0.25, 0.75};
    assertThat(Histograms.kl(p, q)).isCloseTo(Math.log(3) / 2, within(1e-15));
    // ¾ log(3/2) + ¼ log(1/2)
    assertThat(Histograms.jsd(p, q)).isCloseTo(0.130812, within(5e-7));
    assertThat(Histograms.jsd(new double[] {1, 0}, new double[] {0, 9}))
        .isCloseTo(Math.log(2), within(1e-15));
    assertThat(Histograms.jsd(new double[] {1, 0}, new double[] {1, Double.MIN_VALUE}))
        .isCloseTo(0, within(1e-15));
    assertThat(Histograms.kl(new double[] {1, 1}, new double[] {1, 0})).isInfinite();
    assertThat(p).containsExactly(3, 1);
  }

  @Test
  void histogramsMustFit() {
    assertThatThrownBy(() -> Histograms.kl(new double[] {1, 1}, new double[] {1}))
        .hasMessage("Histograms: expected two histograms over the same cells, got lengths 2 and 1");
    assertThatThrownBy(() -> Histograms.jsd(new double[] {0}, new double[] {1}))
        .hasMessage("Histograms: expected a finite sum of the weights > 0, got 0.0");
    assertThatThrownBy(() -> Histograms.kl(new double[] {1, 2}, new double[] {1, -1}))
        .hasMessage("Histograms: expected finite weights >= 0, got -1.0 in cell 1");
    assertThatThrownBy(() -> Histograms.jsd(new double[] {Double.NaN, 2}, new double[] {1, 1}))
        .hasMessage("Histograms: expected finite weights >= 0, got NaN in cell 0");
    double huge = Double.MAX_VALUE;
    assertThatThrownBy(() -> Histograms.jsd(new double[] {1, 1}, new double[] {huge, huge}))
        .hasMessage("Histograms: expected a finite sum of the weights > 0, got Infinity");
  }

  /**
   * A normal distribution has a quarter of its mass in each quadrant; m = (5, 1, 1, 1)/8. The
   * midpoint rule at steps of 0.875 sd is off by 2.7e-11.
   */
  @Test
  void gridComparesSamplesOfOneQuadrantWithTheDensity() {
    DensityGrid grid = new DensityGrid(-7, 7, 2);
    double expected = 0.625 * Math.log(1.6) + 0.375 * Math.log(8) - 0.5 * Math.log(4);
    double jsd =
        grid.jsd(new float[] {1, 1, 2, 0.5f}, new Grid(1, 1, 1).logDensity().orElseThrow());
    assertThat(jsd).isCloseTo(expected, within(1e-9));
  }

  @Test
  void samplesOutsideTheGridShareNothingWithADensityInside() {
    DensityGrid grid = new DensityGrid(-8, 8, 4);
    double jsd = grid.jsd(new float[] {9, 0, 0, -9}, new Grid(1, 1, 1).logDensity().orElseThrow());
    assertThat(jsd).isCloseTo(Math.log(2), within(1e-9));
    assertThatThrownBy(() -> new DensityGrid(1, 1, 4)).hasMessageContaining("got 1.0, 1.0 and 4");
  }

  /** On a line every direction is ±1: W₂² of {0} and {1, 3} is (1 + 9)/2, quantile by quantile. */
  @Test
  void slicedWassersteinOnALineIsExact() {
    double distance =
        SlicedWasserstein.distance(new float[] {0}, new float[] {3, 1}, 1, 5, draws());
    assertThat(distance).isCloseTo(Math.sqrt(5), within(1e-12));
    // {0, 6} and {0, 3, 6}: thirds and halves meet as 1/3, 1/6, 1/6, 1/3, and 9/3 is left
    double thirds =
        SlicedWasserstein.distance(new float[] {0, 6}, new float[] {6, 0, 3}, 1, 1, draws());
    assertThat(thirds).isCloseTo(Math.sqrt(3), within(1e-12));
  }

  /** A shift by v costs |v|²E cos² = |v|²/2 in the plane; the bound is four standard errors. */
  @Test
  void slicedWassersteinOfAShiftedSetIsItsLengthOverRootTwo() {
    float[] a = {0, 0, 1, 5, -2, 3};
    float[] b = {3, 4, 4, 9, 1, 7};
    double distance = SlicedWasserstein.distance(a, b, 2, 4000, draws());
    assertThat(distance).isCloseTo(5 / Math.sqrt(2), within(0.08));
    assertThat(SlicedWasserstein.distance(a, a, 2, 10, draws())).isZero();
    assertThatThrownBy(() -> SlicedWasserstein.distance(a, b, 2, 0, draws()))
        .hasMessage("SlicedWasserstein: expected at least 1 direction, got 0");
  }

  /** With e = k(0, 1): of {0, 1} and itself 2e − (1 + e), below 0 as the unbiased estimate may. */
  @Test
  void mmdLeavesOutEachSamplesKernelWithItself() {
    float[] pair = {0, 1};
    double e = Math.exp(-0.5);
    assertThat(Mmd.squared(pair, pair, 1, 1)).isCloseTo(e - 1, within(1e-15));
    float[] far = {100, 101};
    assertThat(Mmd.squared(pair, far, 1, 1)).isCloseTo(2 * e, within(1e-15));
    double both = (Math.exp(-0.5) + Math.exp(-0.125)) / 2;
    assertThat(Mmd.squared(pair, far, 1, 1, 2)).isCloseTo(2 * both, within(1e-15));
    assertThatThrownBy(() -> Mmd.squared(pair, far, 1, 0))
        .hasMessage("Mmd.bandwidths: expected bandwidths > 0, got [0.0]");
    assertThatThrownBy(() -> Mmd.squared(new float[1], far, 1, 1))
        .hasMessage("Mmd.a: expected at least 2 samples, got 1; draw more");
  }

  /** Radii of the real samples 1, 1, 1; of the generated ones 4.5, 1, 1. */
  @Test
  void neighbourMetricsOfThreePointsByHand() {
    NeighbourMetrics metrics =
        NeighbourMetrics.of(new float[] {0, 1, 2}, new float[] {0.5f, 5, 6}, 1, 1);
    assertThat(metrics.precision()).isEqualTo(1 / 3.0);
    assertThat(metrics.recall()).isEqualTo(1);
    assertThat(metrics.density()).isEqualTo(2 / 3.0);
    assertThat(metrics.coverage()).isEqualTo(2 / 3.0);
  }

  @Test
  void neighboursMustExist() {
    assertThatThrownBy(() -> NeighbourMetrics.of(new float[3], new float[4], 1, 3))
        .hasMessage("NeighbourMetrics.real: expected at least 4 samples, got 3; draw more");
    assertThatThrownBy(() -> NeighbourMetrics.of(new float[3], new float[4], 1, 0))
        .hasMessage("NeighbourMetrics: expected a neighbour k >= 1, got 0");
  }
}
