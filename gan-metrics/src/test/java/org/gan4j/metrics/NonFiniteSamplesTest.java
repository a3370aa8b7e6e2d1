package org.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.gan4j.core.random.Rng;
import org.gan4j.core.random.RngStream;
import org.gan4j.data.distribution.Grid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No metric counts a sample that is not finite: each names the first such row. */
class NonFiniteSamplesTest {
  private static final float[] SOUND = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
  private static final Grid GRID = new Grid(2, 1, 0.1);

  private static final RngStream SUBSETS = Rng.ofSeed(1).stream("subsets");

  private static Arguments metric(String where, Consumer<float[]> metric) {
    return Arguments.of(where, metric);
  }

  private static RandomGenerator draws() {
    return Rng.ofSeed(1).stream("directions").at(0);
  }

  static Stream<Arguments> metrics() {
    return Stream.of(
        metric("NeighbourMetrics.real", x -> NeighbourMetrics.of(x, SOUND, 2, 1)),
        metric("NeighbourMetrics.fake", x -> NeighbourMetrics.of(SOUND, x, 2, 1)),
        metric("Mmd.a", x -> Mmd.squared(x, SOUND, 2, 1)),
        metric("Mmd.b", x -> Mmd.squared(SOUND, x, 2, 1)),
        metric("FrechetDistance.a", x -> FrechetDistance.between(x, SOUND, 2)),
        metric("FrechetDistance.b", x -> FrechetDistance.between(SOUND, x, 2)),
        metric("FrechetDistance.a", x -> FrechetDistance.extrapolated(x, SOUND, 2, SUBSETS)),
        metric("FrechetDistance.b", x -> FrechetDistance.extrapolated(SOUND, x, 2, SUBSETS)),
        metric("FittedGaussian", x -> FittedGaussian.fit(x, 2)),
        metric("KernelDistance.a", x -> KernelDistance.between(x, SOUND, 2, 2, 2, SUBSETS)),
        metric("KernelDistance.b", x -> KernelDistance.between(SOUND, x, 2, 2, 2, SUBSETS)),
        metric("SlicedWasserstein.a", x -> SlicedWasserstein.distance(x, SOUND, 2, 1, draws())),
        metric("SlicedWasserstein.b", x -> SlicedWasserstein.distance(SOUND, x, 2, 1, draws())),
        metric("ModeCoverage.of", x -> ModeCoverage.of(x, GRID)),
        metric(
            "DensityGrid.jsd",
            x -> new DensityGrid(-1, 1, 4).jsd(x, GRID.logDensity().orElseThrow())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("metrics")
  void theFirstBadRowIsNamed(String where, Consumer<float[]> metric) {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      float[] samples = Arrays.copyOf(SOUND, SOUND.length);
      samples[5] = bad;
      samples[8] = Float.NaN;
      assertThatThrownBy(() -> metric.accept(samples))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              where
                  + ": expected finite samples, got "
                  + bad
                  + " in row 2, column 1; fix what produced them, since no score counts them");
    }
  }
}
