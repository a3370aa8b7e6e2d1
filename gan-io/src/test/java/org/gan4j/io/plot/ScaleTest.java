package org.gan4j.io.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ScaleTest {
  private static final Axis LINEAR = Axis.linear("");
  private static final Axis DECADES = LINEAR.inDecades();

  private static Scale scale(Axis axis, double... numbers) {
    return Scale.of(axis, numbers, 0, 100);
  }

  @Test
  void linearTicksAreRoundNumbersInside() {
    assertThat(scale(LINEAR, 0, 1).ticks(5))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b))
        .containsExactly(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);
    assertThat(scale(LINEAR, -7, 70).ticks(6)).containsExactly(0.0, 20.0, 40.0, 60.0);
    assertThat(scale(LINEAR, 0, 1).position(0.5)).isEqualTo(50);
  }

  @Test
  void decadesSkipWhatHasNoLogarithm() {
    Scale scale = scale(DECADES, 1e-3, 0, 10, -5, Double.NaN, Double.POSITIVE_INFINITY);

    assertThat(scale.ticks(5)).containsExactly(1e-3, 1e-2, 1e-1, 1.0, 10.0);
    assertThat(scale.position(0.1)).isCloseTo(50, within(1e-9));
    assertThat(scale.position(-5)).isNaN();
  }

  @Test
  void aFewTimesTenHaveRoundTicksOnLogarithmicScalesToo() {
    Scale scale = scale(DECADES, 16, 64);

    assertThat(scale.ticks(5)).containsExactly(20.0, 30.0, 40.0, 50.0, 60.0);
    assertThat(scale.position(32)).isCloseTo(50, within(1e-9));
  }

  @Test
  void oneOrTwoDecadesHaveTicksBetweenPowersOfTen() {
    assertThat(scale(DECADES, 32, 1024).ticks(6))
        .containsExactly(50.0, 100.0, 200.0, 500.0, 1000.0);
    assertThat(scale(DECADES, 0.9, 22).ticks(5)).containsExactly(1.0, 2.0, 5.0, 10.0, 20.0);
    assertThat(scale(DECADES, 1, 100).ticks(5)).containsExactly(1.0, 10.0, 100.0);
  }

  @Test
  void oneNumberAndNoneStillGiveAScale() {
    assertThat(scale(LINEAR, 3).position(3)).isEqualTo(50);
    assertThat(scale(LINEAR).ticks(2)).containsExactly(0.0, 0.5, 1.0);
  }

  @Test
  void aRangeOfTheAxisIsShownExactly() {
    Scale scale = scale(DECADES.showing(new AxisRange(1, 100)), 1e9);

    assertThat(scale.position(1)).isZero();
    assertThat(scale.position(10)).isCloseTo(50, within(1e-9));
    assertThat(scale.position(100)).isEqualTo(100);
  }

  @Test
  void rangesThatCannotBeShownAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AxisRange(2, 2))
        .withMessage("AxisRange: expected finite ends, the lower first, got 2.0 and 2.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AxisRange(0, Double.POSITIVE_INFINITY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Axis.linear("time, ms").inDecades().showing(new AxisRange(0, 1)))
        .withMessage(
            "Axis time, ms: expected a positive range for a logarithmic scale, got"
                + " AxisRange[low=0.0, high=1.0]");
    assertThat(new AxisRange(0, 1).contains(Double.NaN)).isFalse();
  }
}
