package org.gan4j.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against the formulas at points where they are known by hand. */
class ScheduleTest {
  @Test
  void constant() {
    assertThat(new Constant().factor(1)).isEqualTo(1);
    assertThat(new Constant().factor(1_000_000)).isEqualTo(1);
  }

  @Test
  void linear() {
    Linear linear = new Linear(10, 0.2);
    assertThat(linear.factor(1)).isEqualTo(1);
    assertThat(linear.factor(6)).isCloseTo(0.6, within(1e-15));
    assertThat(linear.factor(11)).isCloseTo(0.2, within(1e-15));
    assertThat(linear.factor(500)).isCloseTo(0.2, within(1e-15));
  }

  @Test
  void cosine() {
    Cosine cosine = new Cosine(100, 0.1);
    assertThat(cosine.factor(1)).isEqualTo(1);
    assertThat(cosine.factor(51)).isCloseTo(0.55, within(1e-15));
    assertThat(cosine.factor(101)).isCloseTo(0.1, within(1e-15));
    assertThat(cosine.factor(1001)).isCloseTo(0.1, within(1e-15));
  }

  @Test
  void warmUpThenAnother() {
    WarmUp schedule = new WarmUp(4, new Linear(10, 0));
    assertThat(schedule.factor(1)).isEqualTo(0.25);
    assertThat(schedule.factor(4)).isEqualTo(1);
    assertThat(schedule.factor(5)).isEqualTo(1);
    assertThat(schedule.factor(10)).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void rangesAreChecked() {
    assertThatThrownBy(() -> new Cosine(0, 0.1))
        .hasMessage("cosine schedule: expected at least 1 update, got 0");
    assertThatThrownBy(() -> new Linear(5, Double.NaN))
        .hasMessage("linear schedule: expected a finite last factor >= 0, got NaN");
    assertThatThrownBy(() -> new WarmUp(0, new Constant()))
        .hasMessage("warm-up: expected at least 1 update, got 0");
    assertThatThrownBy(() -> new WarmUp(1, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("warm-up: expected a schedule to follow, got null");
  }
}
