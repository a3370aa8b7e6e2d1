package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.junit.jupiter.api.Test;

class TolerancesTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void exactMeansTheSameNumber() {
    Tolerance exact = Tolerances.exact(DType.FLOAT64);
    assertThat(exact.exact()).isTrue();
    assertThat(exact.accepts(1, 1, 9)).isTrue();
    assertThat(exact.accepts(1, Math.nextUp(1.0), 9)).isFalse();
    assertThat(exact.accepts(0.0, -0.0, 9)).isFalse();
    assertThat(exact.accepts(Double.NaN, Double.NaN, 9)).isTrue();
  }

  @Test
  void unitsAreOfTheElementType() {
    // The last place of 1 is 2^-23 in FLOAT32 and 2^-52 in FLOAT64; 4 of them are accepted.
    Tolerance single = Tolerances.elementwise(DType.FLOAT32);
    assertThat(single.accepts(1, 1 + 4 * 0x1p-23, 0)).isTrue();
    assertThat(single.accepts(1, 1 + 5 * 0x1p-23, 0)).isFalse();
    Tolerance twice = Tolerances.elementwise(DType.FLOAT64);
    assertThat(twice.accepts(1, 1 + 4 * 0x1p-52, 0)).isTrue();
    assertThat(twice.accepts(1, 1 + 5 * 0x1p-52, 0)).isFalse();
    assertThat(single.accepts(1e-40, 0, 0)).as("a flushed denormal").isFalse();
    assertThat(single.accepts(1e40, 1e39, 0)).as("beyond the type's range").isFalse();
  }

  @Test
  void nonFiniteNumbersMustBeMet() {
    Tolerance wide = new Tolerance(DType.FLOAT64, 1e300, 1e300);
    assertThat(wide.accepts(INFINITY, INFINITY, 1)).isTrue();
    assertThat(wide.accepts(INFINITY, -INFINITY, 1)).isFalse();
    assertThat(wide.accepts(INFINITY, Double.MAX_VALUE, 1)).isFalse();
    assertThat(wide.accepts(Double.NaN, 0, 1)).isFalse();
    assertThat(wide.accepts(0, Double.NaN, 1)).isFalse();
    assertThat(Tolerances.cancelling(DType.FLOAT64).accepts(1, 2, INFINITY)).isFalse();
  }

  @Test
  void reductionsGrowWithTheRootOfTheirLength() {
    // 8 + 2 √n roundings of the magnitude, and one unit in the last place of the result.
    Tolerance sum = Tolerances.reduction(DType.FLOAT64, 2500);
    assertThat(sum.allowed(0, 10)).isEqualTo(108 * 0x1p-53 * 10 + Double.MIN_VALUE);
    assertThat(Tolerances.gemm(DType.FLOAT32, 4).roundings()).isEqualTo(12);
    assertThat(Tolerances.dense(DType.FLOAT32, 4).roundings()).isEqualTo(12);
  }

  @Test
  void senselessOnesAreRefused() {
    assertThatThrownBy(() -> new Tolerance(DType.FLOAT32, -1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tolerance: expected numbers >= 0, got -1.0 and 0.0");
    assertThatThrownBy(() -> HostArray.of(Shape.of(2), 1.0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("host array: expected 2 values for [2], got 1");
  }
}
