package org.gan4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReadableNumberTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0", "1, 1", "-0.5, −0.5", "1.23456789012345, 1.23456789012", "1e-5, 1e−5",
    "-3.25e-20, −3.25e−20", "123456, 123456", "1e15, 1e15", "NaN, NaN", "Infinity, ∞",
    "-Infinity, −∞", "-0.0, 0"
  })
  void twelveDigits(double number, String text) {
    assertThat(ReadableNumber.of(number, 12)).isEqualTo(text);
  }

  @Test
  void fewDigitsAreRounded() {
    assertThat(ReadableNumber.of(1.26e-13, 2)).isEqualTo("1.3e−13");
    assertThat(ReadableNumber.of(0.0314, 2)).isEqualTo("0.031");
    assertThat(ReadableNumber.of(0.30000000000000004, 4)).isEqualTo("0.3");
    assertThat(ReadableNumber.of(-2000, 4)).isEqualTo("−2000");
    assertThat(ReadableNumber.of(1e12, 4)).isEqualTo("1e12");
  }
}
