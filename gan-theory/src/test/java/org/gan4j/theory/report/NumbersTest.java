package org.gan4j.theory.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.theory.Axis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0", "1, 1", "-0.5, −0.5", "1.23456789012345, 1.23456789012", "1e-5, 1e−5",
    "-3.25e-20, −3.25e−20", "123456, 123456", "1e15, 1e15", "NaN, NaN", "Infinity, ∞"
  })
  void valuesHaveTwelveDigits(double number, String text) {
    assertThat(Numbers.value(number)).isEqualTo(text);
  }

  @Test
  void sizesHaveTwo() {
    assertThat(Numbers.size(1.26e-13)).isEqualTo("1.3e−13");
    assertThat(Numbers.size(0.0314)).isEqualTo("0.031");
  }

  @Test
  void ticksAreRoundNumbersInsideTheScale() {
    Scale linear = Scale.of(new Axis("", false), new double[] {0, 1}, 0, 100);
    assertThat(linear.ticks(5).stream().map(Numbers::tick))
        .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
    assertThat(linear.position(0.5)).isEqualTo(50);
    Scale decades = Scale.of(new Axis("", true), new double[] {1e-3, 0, 10, -5}, 0, 100);
    assertThat(decades.ticks(5).stream().map(Numbers::tick))
        .containsExactly("0.001", "0.01", "0.1", "1", "10");
    assertThat(decades.position(0.1)).isCloseTo(50, org.assertj.core.data.Offset.offset(1e-9));
    Scale one = Scale.of(new Axis("", false), new double[] {3}, 0, 100);
    assertThat(one.position(3)).isEqualTo(50);
  }
}
