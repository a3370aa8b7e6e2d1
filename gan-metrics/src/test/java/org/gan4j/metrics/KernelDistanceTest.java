package org.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.gan4j.core.random.Rng;
import org.gan4j.core.random.RngStream;
import org.junit.jupiter.api.Test;

class KernelDistanceTest {
  private static final Rng RNG = Rng.ofSeed(5);

  private static RngStream subsets() {
    return RNG.stream("subsets");
  }

  private static float[] normals(int n, int d, double mean, long step) {
    RandomGenerator draws = RNG.stream("features").at(step);
    float[] values = new float[n * d];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (mean + draws.nextGaussian());
    }
    return values;
  }

  /** k(x, y) = (xy + 1)³ of {0, 1} and {2, 3}: within 1 and 343; across 1, 1, 27, 64. */
  @Test
  void twoPairsByHand() {
    KernelDistance distance =
        KernelDistance.between(new float[] {0, 1}, new float[] {2, 3}, 1, 2, 2, subsets());
    assertThat(distance.squared()).isEqualTo(1 + 343 - 2 * 93 / 4.0);
    assertThat(distance.standardError()).isZero();
  }

  /**
   * On a line, E(xy + 1)³ over independent x and y is m₃² + 3m₂² + 3m₁² + 1 in the moments of each,
   * so MMD² is the sum of weighted squares of differences of moments: of N(0, 1) and N(1, 1), whose
   * moments are (0, 1, 0) and (1, 2, 4), it is 3 + 3 + 16.
   */
  @Test
  void normalsOnALineHaveAClosedForm() {
    KernelDistance distance =
        KernelDistance.between(
            normals(8000, 1, 0, 0), normals(8000, 1, 1, 1), 1, 20, 1000, subsets());
    assertThat(distance.squared()).isCloseTo(22, within(2.0));
    assertThat(distance.standardError()).isBetween(0.1, 2.0);
  }

  /** Unbiased: equal distributions give 0 within a few standard errors, not a positive number. */
  @Test
  void equalDistributionsAreAtZero() {
    KernelDistance distance =
        KernelDistance.between(
            normals(3000, 7, 0, 2), normals(3000, 7, 0, 3), 7, 20, 300, subsets());
    assertThat(Math.abs(distance.squared())).isLessThan(0.02);
    assertThat(distance)
        .isEqualTo(
            KernelDistance.between(
                normals(3000, 7, 0, 2), normals(3000, 7, 0, 3), 7, 20, 300, subsets()));
  }

  @Test
  void subsetsMustFitIntoTheSets() {
    float[] few = normals(999, 1, 0, 0);
    float[] enough = normals(1000, 1, 0, 0);
    assertThatThrownBy(() -> KernelDistance.between(enough, few, 1, subsets()))
        .hasMessage("KernelDistance.b: expected at least 1000 samples, got 999; draw more");
    assertThatThrownBy(() -> KernelDistance.between(few, few, 1, 1, 10, subsets()))
        .hasMessage("KernelDistance: expected at least 2 subsets, got 1");
    assertThatThrownBy(() -> KernelDistance.between(few, few, 1, 2, 1, subsets()))
        .hasMessage("KernelDistance: expected at least 2 samples in a subset, got 1");
  }
}
