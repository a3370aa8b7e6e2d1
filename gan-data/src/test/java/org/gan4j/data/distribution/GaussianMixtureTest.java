package org.gan4j.data.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.data.LogDensity;
import org.gan4j.data.distribution.GaussianMixture.Component;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussianMixtureTest {
  private static final GaussianMixture MIXTURE =
      GaussianMixture.of(
          new double[] {0.2, 0.5, 0.3}, new double[] {-3, 0, 4}, new double[] {0.5, 1, 2});

  /** mpmath 1.3 at 50 digits, log of the sum; the density itself underflows at 100 and beyond. */
  @ParameterizedTest
  @CsvSource({
    "-3, -1.82062980291493445",
    "1, -1.96316718762195243",
    "100, -1154.81605851809055",
    "10000, -12490004.8160585181"
  })
  void logDensityAgreesWithMpmath(double x, double expected) {
    double actual = MIXTURE.logDensity().orElseThrow().at(x);

    assertThat(actual).isCloseTo(expected, within(5e-16 * Math.max(2, Math.abs(expected))));
  }

  @Test
  void logDensityHoldsAtTheLimits() {
    LogDensity density = MIXTURE.logDensity().orElseThrow();

    assertThat(density.at(-1e200)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(density.at(Double.NaN)).isNaN();
  }

  @Test
  void integratesToOne() {
    LogDensity density = MIXTURE.logDensity().orElseThrow();

    assertThat(Quadrature.mass(density, -20, 28, 0.125)).isCloseTo(1, within(1e-13));
  }

  @Test
  void samplesHaveTheMomentsOfTheDistribution() {
    // Σ w m = 0.6; Σ w (m² + s²) = 0.2·9.25 + 0.5·1 + 0.3·20; P(x < −1.5) from the normal table.
    Sampling.assertMean(MIXTURE, x -> x[0], 0.6);
    Sampling.assertMean(MIXTURE, x -> x[0] * x[0], 8.35);
    Sampling.assertMean(
        MIXTURE, x -> x[0] < -1.5 ? 1 : 0, 0.2 * 0.998650 + 0.5 * 0.066807 + 0.3 * 0.002980);
  }

  @Test
  void refusesWeightsThatDoNotSumToOne() {
    assertThatThrownBy(() -> new GaussianMixture(List.of(new Component(0.75, 0, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "GaussianMixture.weights: expected a sum of 1, got 0.75; divide each weight by the sum");
    assertThatThrownBy(() -> new GaussianMixture(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("GaussianMixture.weights: expected a sum of 1, got 0.0");
  }

  @Test
  void refusesParametersOutOfRange() {
    assertThatThrownBy(() -> new Component(0, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("GaussianMixture.weight: expected a finite number > 0, got 0.0");
    assertThatThrownBy(() -> new Component(1, Double.POSITIVE_INFINITY, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("GaussianMixture.mean: expected a finite number, got Infinity");
    assertThatThrownBy(() -> new Component(1, 0, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("GaussianMixture.sd: expected a finite number > 0, got -1.0");
    assertThatThrownBy(() -> GaussianMixture.of(new double[2], new double[1], new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "GaussianMixture.of: expected as many means and sds as weights, "
                + "got 2 weights, 1 means, 3 sds");
  }

  @Test
  void doesNotChangeWithTheCallersArrays() {
    double[] means = {5};
    GaussianMixture distribution = GaussianMixture.of(new double[] {1}, means, new double[] {1});
    means[0] = 0;

    assertThat(distribution.components()).containsExactly(new Component(1, 5, 1));
  }
}
