package org.gan4j.data.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.core.Shape;
import org.gan4j.core.random.Rng;
import org.gan4j.data.LogDensity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultiModalTest {
  private static final Ring RING = new Ring(8, 1, 0.01);
  private static final Grid GRID = new Grid(5, 2, 0.05);

  static Stream<MultiModal> mixtures() {
    return Stream.of(RING, GRID, new Ring(3, 2.5, 0.3), new Grid(2, 1, 0.2));
  }

  private static double distance(double[] a, double[] b) {
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  }

  /** The closest two of K points on a circle are a chord of 2 r sin(π/K) apart. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8, 25})
  void allModesOfARingAreDistinctAndEvenlySpaced(int modes) {
    double[][] centres = new Ring(modes, 1.5, 0.01).centres();
    double chord = 3 * Math.sin(Math.PI / modes);

    assertThat(centres.length).isEqualTo(modes);
    for (int k = 0; k < modes; k++) {
      assertThat(Math.hypot(centres[k][0], centres[k][1])).isCloseTo(1.5, within(1e-15));
      assertThat(distance(centres[k], centres[(k + 1) % modes])).isCloseTo(chord, within(1e-14));
      for (int j = 0; j < k; j++) {
        assertThat(distance(centres[k], centres[j])).isGreaterThan(0.999 * chord);
      }
    }
  }

  @Test
  void aRingStartsAtAngleZeroAndGoesCounterclockwise() {
    double half = Math.sqrt(0.5);

    assertThat(RING.centres()[0]).containsExactly(1, 0);
    assertThat(RING.centres()[1]).containsExactly(new double[] {half, half}, within(1e-15));
    assertThat(RING.centres()[7]).containsExactly(new double[] {half, -half}, within(1e-15));
  }

  @Test
  void aGridIsTheSquareOfItsAxis() {
    Set<String> expected = new HashSet<>();
    for (int x = -4; x <= 4; x += 2) {
      for (int y = -4; y <= 4; y += 2) {
        expected.add(Arrays.toString(new double[] {x, y}));
      }
    }

    assertThat(GRID.modes()).isEqualTo(25);
    assertThat(Arrays.asList(GRID.centres()))
        .extracting(Arrays::toString)
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(new Grid(2, 1, 0.1).centres()[0]).containsExactly(-0.5, -0.5);
  }

  /** mpmath 1.3 at 50 digits, log of the sum of the modes' densities. */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 5.29302176388700132",
    "0.5, 0.5, -423.639166370637755",
    "3, -4, -80497.2322951777863"
  })
  void logDensityOfTheRingAgreesWithMpmath(double x, double y, double expected) {
    assertThat(RING.logDensity().orElseThrow().at(x, y))
        .isCloseTo(expected, within(2e-15 * Math.abs(expected)));
  }

  /** mpmath 1.3 at 50 digits; (1, 1) lies between four modes, all equally near. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0.934711655830435754",
    "1, 1, -397.678993983049674",
    "10, -7, -8999.06528834416956"
  })
  void logDensityOfTheGridAgreesWithMpmath(double x, double y, double expected) {
    assertThat(GRID.logDensity().orElseThrow().at(x, y))
        .isCloseTo(expected, within(2e-15 * Math.abs(expected)));
  }

  @Test
  void logDensityHoldsAtTheLimits() {
    LogDensity density = RING.logDensity().orElseThrow();

    assertThat(density.at(1e200, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(density.at(0, Double.NaN)).isNaN();
  }

  @Test
  void integratesToOne() {
    LogDensity ring = new Ring(3, 2.5, 0.3).logDensity().orElseThrow();
    LogDensity grid = new Grid(2, 1, 0.2).logDensity().orElseThrow();

    assertThat(Quadrature.mass2(ring, -5.5, 5.5, 0.125)).isCloseTo(1, within(1e-12));
    assertThat(Quadrature.mass2(grid, -3, 3, 0.0625)).isCloseTo(1, within(1e-12));
  }

  /** Binomial(n, 1/K) for each mode, checked within 5 standard deviations. */
  @ParameterizedTest
  @MethodSource("mixtures")
  void samplesFallEquallyAboutEveryMode(MultiModal mixture) {
    double[][] centres = mixture.centres();
    int[] counts = new int[centres.length];
    RandomGenerator draws = Rng.ofSeed(1).stream("coverage").at(0);
    double[] sample = new double[2];
    for (int i = 0; i < Sampling.DRAWS; i++) {
      mixture.sample(draws, sample);
      counts[nearest(centres, sample)]++;
    }

    double p = 1.0 / mixture.modes();
    double tolerance = 5 * Math.sqrt(p * (1 - p) * Sampling.DRAWS);
    assertThat(IntStream.of(counts).boxed())
        .hasSize(mixture.modes())
        .allSatisfy(n -> assertThat((double) n).isCloseTo(p * Sampling.DRAWS, within(tolerance)));
    assertThat(mixture.sampleShape()).isEqualTo(Shape.of(2));
  }

  /**
   * Two mixtures with modes far apart, so that the nearest mode is the one drawn from. The radius
   * about it is Rayleigh: within 3 sd with probability 1 − e^−4.5, 98.889 %.
   */
  @ParameterizedTest
  @MethodSource("separated")
  void samplesSpreadAboutTheirModeAsARoundGaussian(MultiModal mixture) {
    double[][] centres = mixture.centres();
    double variance = mixture.sd() * mixture.sd();
    Sampling.assertMean(
        mixture, x -> Math.pow(distance(x, centres[nearest(centres, x)]), 2), 2 * variance);
    Sampling.assertMean(
        mixture,
        x -> distance(x, centres[nearest(centres, x)]) <= 3 * mixture.sd() ? 1 : 0,
        -Math.expm1(-4.5));
    Sampling.assertMean(
        mixture, x -> Math.pow(x[0] - centres[nearest(centres, x)][0], 2), variance);
  }

  static Stream<MultiModal> separated() {
    return Stream.of(RING, GRID);
  }

  private static int nearest(double[][] centres, double[] x) {
    int best = 0;
    for (int k = 1; k < centres.length; k++) {
      best = distance(x, centres[k]) < distance(x, centres[best]) ? k : best;
    }
    return best;
  }

  @Test
  void refusesParametersOutOfRange() {
    assertThatThrownBy(() -> new Ring(0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Ring.modes: expected at least 1 mode, got 0");
    assertThatThrownBy(() -> new Ring(8, -1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Ring.radius: expected a finite number > 0, got -1.0");
    assertThatThrownBy(() -> new Ring(8, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Ring.sd: expected a finite number > 0, got 0.0");
    assertThatThrownBy(() -> new Grid(46_341, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Grid.side: expected from 1 to 46340, got 46341");
    assertThatThrownBy(() -> new Grid(5, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Grid.spacing: expected a finite number > 0, got 0.0");
    assertThatThrownBy(() -> new Grid(5, 1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Grid.sd: expected a finite number > 0, got NaN");
  }
}
