package org.gan4j.data.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.core.Shape;
import org.gan4j.data.LogDensity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussianTest {
  private static final Gaussian GAUSSIAN = new Gaussian(1.5, 0.7);

  /** mpmath 1.3 at 50 digits: log(exp(-(x-1.5)**2/(2*0.49))/(0.7*sqrt(2*pi))). */
  @ParameterizedTest
  @CsvSource({"-2, -13.0622635892659404", "1.5, -0.562263589265940363", "40, -1513.06226358926594"})
  void logDensityAgreesWithMpmath(double x, double expected) {
    double actual = GAUSSIAN.logDensity().orElseThrow().at(x);

    assertThat(actual).isCloseTo(expected, within(1e-15 * Math.max(1, Math.abs(expected)) * 2));
  }

  @Test
  void logDensityHoldsAtTheLimits() {
    LogDensity density = GAUSSIAN.logDensity().orElseThrow();

    assertThat(density.at(1e200)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(density.at(Double.NaN)).isNaN();
  }

  @Test
  void integratesToOne() {
    LogDensity density = GAUSSIAN.logDensity().orElseThrow();

    assertThat(Quadrature.mass(density, -6.9, 9.9, 0.1)).isCloseTo(1, within(1e-13));
  }

  @Test
  void samplesHaveTheMomentsOfTheDistribution() {
    Sampling.assertMean(GAUSSIAN, x -> x[0], 1.5);
    Sampling.assertMean(GAUSSIAN, x -> Math.pow(x[0] - 1.5, 2), 0.49);
    Sampling.assertMean(GAUSSIAN, x -> Math.pow(x[0] - 1.5, 3), 0);
    Sampling.assertMean(GAUSSIAN, x -> Math.pow(x[0] - 1.5, 4), 3 * 0.49 * 0.49);
    assertThat(GAUSSIAN.sampleShape()).isEqualTo(Shape.of(1));
  }

  @Test
  void refusesParametersOutOfRange() {
    assertThatThrownBy(() -> new Gaussian(Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Gaussian.mean: expected a finite number, got NaN");
    assertThatThrownBy(() -> new Gaussian(0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Gaussian.sd: expected a finite number > 0, got 0.0");
    assertThatThrownBy(() -> new Gaussian(0, Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Gaussian.sd: expected a finite number > 0, got Infinity");
  }
}
