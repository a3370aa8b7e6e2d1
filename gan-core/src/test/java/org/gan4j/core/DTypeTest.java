package org.gan4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DTypeTest {
  @Test
  void singlePrecisionRoundsToFloats() {
    assertThat(DType.FLOAT32.round(0.1)).isEqualTo(0.1f);
    assertThat(DType.FLOAT32.round(1e300)).isInfinite();
    assertThat(DType.FLOAT32.round(1e-50)).isZero();
    assertThat(DType.FLOAT32.round(Double.NaN)).isNaN();
  }

  @Test
  void doublePrecisionKeepsEveryBit() {
    for (double value : new double[] {0.1, 1e300, Double.MIN_VALUE, -0.0, Double.NaN}) {
      assertThat(DType.FLOAT64.round(value)).isEqualTo(Double.valueOf(value));
    }
  }

  /**
   * One rounding of a number just above 1 is off by the unit roundoff at most, and can reach it.
   */
  @Test
  void theUnitRoundoffIsThatOfRounding() {
    double u = DType.FLOAT32.unitRoundoff();
    assertThat(DType.FLOAT32.round(1 + u)).as("a tie goes to even").isEqualTo(1);
    assertThat(DType.FLOAT32.round(1 + u * 1.01)).isEqualTo(1 + 2 * u);
    assertThat(1 + DType.FLOAT64.unitRoundoff()).isEqualTo(1);
    assertThat(1 + DType.FLOAT64.unitRoundoff() * 1.01).isGreaterThan(1);
  }
}
