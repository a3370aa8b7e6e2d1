package org.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.gan4j.core.random.Rng;
import org.gan4j.core.random.RngStream;
import org.junit.jupiter.api.Test;

class FrechetDistanceTest {
  private static final Rng RNG = Rng.ofSeed(11);

  private static RngStream subsets() {
    return RNG.stream("subsets");
  }

  private static float[] white(int n, int d, long step) {
    RandomGenerator draws = RNG.stream("features").at(step);
    float[] values = new float[n * d];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) draws.nextGaussian();
    }
    return values;
  }

  /** Commuting covariances: Σ (σ₁ − σ₂)² beside the distance of the means. */
  @Test
  void diagonalCovariancesHaveAClosedForm() {
    FittedGaussian a =
        FittedGaussian.of(new double[] {1, 2, 3}, new double[][] {{4, 0, 0}, {0, 9, 0}, {0, 0, 0}});
    FittedGaussian b =
        FittedGaussian.of(
            new double[] {1, 4, 2}, new double[][] {{1, 0, 0}, {0, 25, 0}, {0, 0, 49}});
    assertThat(a.frechetDistance(b)).isCloseTo(4 + 1 + 1 + 4 + 49, within(1e-12));
    assertThat(b.frechetDistance(a)).isCloseTo(59, within(1e-12));
  }

  /** For d = 2 the trace of the root is √(tr(AB) + 2√det(AB)). */
  @Test
  void covariancesThatDoNotCommute() {
    FittedGaussian a = FittedGaussian.of(new double[2], new double[][] {{2, 1}, {1, 3}});
    FittedGaussian b = FittedGaussian.of(new double[2], new double[][] {{5, -2}, {-2, 1}});
    // AB = [[8, -3], [-1, 1]], of trace 9 and determinant 5 · 1
    double expected = 5 + 6 - 2 * Math.sqrt(9 + 2 * Math.sqrt(5));
    assertThat(a.frechetDistance(b)).isCloseTo(expected, within(1e-12));
    assertThat(a.frechetDistance(a)).isCloseTo(0, within(1e-12));
  }

  /** Four points by hand: mean (1, 2), and variances (16/3, 0) with the denominator n − 1. */
  @Test
  void theFitDividesByOneLess() {
    FittedGaussian fit = FittedGaussian.fit(new float[] {-1, 2, 3, 2, 3, 2, -1, 2}, 2);
    assertThat(fit.mean()).containsExactly(1, 2);
    assertThat(fit.covariance()[0]).containsExactly(16 / 3.0, 0);
    assertThat(fit.covariance()[1]).containsExactly(0, 0);
    assertThat(fit.dimensions()).isEqualTo(2);
  }

  /** A rank below d: the roots' negative eigenvalues are rounding and must not give NaN. */
  @Test
  void singularCovariancesGiveNumbers() {
    double[][] ones = new double[5][5];
    for (double[] row : ones) {
      Arrays.fill(row, 1);
    }
    FittedGaussian line = FittedGaussian.of(new double[5], ones);
    FittedGaussian point = FittedGaussian.of(new double[5], new double[5][5]);
    assertThat(line.frechetDistance(line)).isCloseTo(0, within(1e-6));
    assertThat(line.frechetDistance(point)).isCloseTo(5, within(1e-12));
  }

  /** To first order E = 2d/n + d(d + 1)/(2n); averaged over 20 draws, of which it is 0.368. */
  @Test
  void equalWhiteGaussiansHaveTheKnownBias() {
    int d = 16;
    int n = 500;
    double sum = 0;
    for (int i = 0; i < 20; i++) {
      sum += FrechetDistance.between(white(n, d, 2L * i), white(n, d, 2L * i + 1), d);
    }
    double expected = 2.0 * d / n + d * (d + 1) / (2.0 * n);
    assertThat(sum / 20).isCloseTo(expected, within(0.03 * expected));
  }

  /** The bias is 0.051; NumPy's eigh gives the extrapolated mean a standard error of 0.005. */
  @Test
  void extrapolationRemovesTheBias() {
    int d = 12;
    double plain = 0;
    double extrapolated = 0;
    for (int i = 0; i < 10; i++) {
      float[] a = white(2000, d, 100 + i);
      float[] b = white(2000, d, 200 + i);
      plain += FrechetDistance.between(a, b, d) / 10;
      extrapolated += FrechetDistance.extrapolated(a, b, d, subsets()) / 10;
    }
    assertThat(plain).isCloseTo(0.051, within(0.01));
    assertThat(extrapolated).isCloseTo(0, within(0.018));
  }

  /** A shift of one coordinate by 1 is at distance 1; fixed streams give equal figures. */
  @Test
  void extrapolationKeepsTheDistance() {
    float[] a = white(2000, 3, 300);
    float[] b = white(2000, 3, 301);
    for (int i = 0; i < b.length; i += 3) {
      b[i] += 1;
    }
    double distance = FrechetDistance.extrapolated(a, b, 3, subsets());
    assertThat(distance).isCloseTo(1, within(0.2));
    assertThat(FrechetDistance.extrapolated(a, b, 3, subsets())).isEqualTo(distance);
  }

  @Test
  void tooFewSamplesAreRefused() {
    float[] four = white(4, 4, 0);
    float[] five = white(5, 4, 0);
    assertThat(FrechetDistance.between(five, five, 4)).isCloseTo(0, within(1e-6));
    assertThatThrownBy(() -> FrechetDistance.between(five, four, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "FrechetDistance.b: expected more samples than the 4 dimensions, got 4; draw more,"
                + " since their covariance is singular");
    assertThatThrownBy(() -> FrechetDistance.extrapolated(white(24, 4, 0), five, 4, subsets()))
        .hasMessage("FrechetDistance.extrapolated: expected at least 25 samples, got 5");
    assertThatThrownBy(() -> FrechetDistance.between(new float[9], five, 4))
        .hasMessageStartingWith("FrechetDistance.a: expected complete samples");
  }

  @Test
  void gaussiansMustFit() {
    FittedGaussian line = FittedGaussian.of(new double[1], new double[][] {{1}});
    FittedGaussian plane = FittedGaussian.of(new double[2], new double[2][2]);
    assertThatThrownBy(() -> line.frechetDistance(plane))
        .hasMessage("frechetDistance: expected a Gaussian in 1 dimensions, got 2");
    assertThatThrownBy(() -> FittedGaussian.of(new double[2], new double[2][1]))
        .hasMessage(
            "FittedGaussian: expected a covariance of 2 rows of 2 numbers, got another shape");
    assertThatThrownBy(() -> FittedGaussian.of(new double[1], new double[][] {{Double.NaN}}))
        .hasMessage("FittedGaussian: expected a finite covariance, got NaN");
  }
}
