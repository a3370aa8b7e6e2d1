package org.gan4j.data.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.gan4j.core.Shape;
import org.gan4j.core.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpiralTest {
  private static double squaredNorm(double[] x) {
    return x[0] * x[0] + x[1] * x[1];
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void squaredRadiusHasItsClosedFormMoments(int arms) {
    Spiral spiral = new Spiral(arms, 1.5, 2, 0.1);

    // E r² = R²/2 + 2 s²; with t² uniform, E r⁴ = R⁴/3 + 8 s² R²/2 + 8 s⁴.
    Sampling.assertMean(spiral, SpiralTest::squaredNorm, 2.02);
    Sampling.assertMean(spiral, x -> Math.pow(squaredNorm(x), 2), 16.0 / 3 + 0.16 + 8e-4);
  }

  /** Archimedes: the angle is 2π turns r / R, plus half a turn on the second arm. */
  @Test
  void samplesWithoutNoiseAreOnTheArms() {
    Spiral spiral = new Spiral(2, 1.5, 2, 1e-9);
    RandomGenerator draws = Rng.ofSeed(3).stream("spiral").at(0);
    double[] x = new double[2];
    int second = 0;
    for (int i = 0; i < 1000; i++) {
      spiral.sample(draws, x);
      double excess = Math.atan2(x[1], x[0]) - 2 * Math.PI * 1.5 * Math.sqrt(squaredNorm(x)) / 2;
      double halfTurns = excess / Math.PI;
      assertThat(halfTurns).isCloseTo(Math.rint(halfTurns), within(1e-6));
      second += Math.floorMod(Math.round(halfTurns), 2);
    }
    // Binomial(1000, ½): 5 standard errors are 79.
    assertThat(second).isBetween(421, 579);
  }

  @Test
  void saysThatItHasNoClosedDensity() {
    Spiral spiral = new Spiral(2, 1, 1, 0.05);

    assertThat(spiral.logDensity()).isEmpty();
    assertThat(spiral.sampleShape()).isEqualTo(Shape.of(2));
  }

  @Test
  void refusesParametersOutOfRange() {
    assertThatThrownBy(() -> new Spiral(0, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Spiral.arms: expected at least 1 arm, got 0");
    assertThatThrownBy(() -> new Spiral(1, 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Spiral.turns: expected a finite number > 0, got 0.0");
    assertThatThrownBy(() -> new Spiral(1, 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Spiral.radius: expected a finite number > 0, got 0.0");
    assertThatThrownBy(() -> new Spiral(1, 1, 1, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Spiral.sd: expected a finite number > 0, got -1.0");
  }
}
