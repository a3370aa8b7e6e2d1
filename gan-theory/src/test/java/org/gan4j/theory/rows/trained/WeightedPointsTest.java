package org.gan4j.theory.rows.trained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.junit.jupiter.api.Test;

class WeightedPointsTest {
  private static final Density NARROW = Densities.normal(0, 1);
  private static final Density WIDE = Densities.normal(1, 2);

  /** Second moments: sd² + mean². */
  @Test
  void sumsAreExpectations() {
    WeightedPoints points = WeightedPoints.on(-16, 18, 8, 32, NARROW, WIDE);
    double[] squares = Arrays.stream(points.x()).map(x -> x * x).toArray();
    assertThat(points.expectReal(squares)).isCloseTo(1, within(1e-12));
    assertThat(points.expectFake(squares)).isCloseTo(5, within(1e-12));
  }

  @Test
  void massOutsideIsRefused() {
    assertThatThrownBy(() -> WeightedPoints.on(-4, 4, 8, 32, NARROW, WIDE).requireComplete())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "points: expected probabilities that sum to 1, got 0\\.9999\\d* under p and 0\\.92698\\d*"
                + " under q; widen the interval or take more points");
  }
}
