package org.gan4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gan4j.core.Expect.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectTest {
  private static void refused(String message, ThrowingCallable check) {
    assertThatThrownBy(check).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void anyConditionIsNamed() {
    assertThatCode(() -> Expect.that(true, "grid", "a side", 3)).doesNotThrowAnyException();
    refused(
        "range: expected low <= high, got 2 and 1",
        () -> Expect.that(false, "range", "low <= high", "2 and 1"));
    refused(
        "range: expected a range, got null", () -> Expect.that(false, "range", "a range", null));
  }

  @Test
  void failuresCarryAdvice() {
    assertThat(Expect.failure("Mmd", "at least 2 samples", 1, "draw more"))
        .hasMessage("Mmd: expected at least 2 samples, got 1; draw more");
    assertThat(Expect.failure("reshape", "6 elements", Shape.of(2)))
        .hasMessage("reshape: expected 6 elements, got [2]");
    assertThat(Expect.unknown("data", List.of("mnist", "ring"), "rings"))
        .hasMessage("data: expected one of mnist, ring, got 'rings'");
  }

  @Test
  void nullIsNamed() {
    Expect.nonNull("config", "an optimizer", "adam");
    refused(
        "config: expected an optimizer, got null",
        () -> Expect.nonNull("config", "an optimizer", null));
  }

  @Test
  void wholeNumbersHaveALeast() {
    Expect.count("dense", "unit", 1, 1);
    refused("dense: expected at least 1 unit, got 0", () -> Expect.count("dense", "unit", 0, 1));
    Expect.atLeast("batch", "a step", 0, 0);
    Expect.atLeast("batch", "a step", Long.MAX_VALUE, 0);
    refused("batch: expected a step >= 0, got -1", () -> Expect.atLeast("batch", "a step", -1, 0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.MIN_VALUE, 1, Double.MAX_VALUE})
  void positiveNumbersPassEveryCheckOfSign(double value) {
    assertThatCode(
            () -> {
              Expect.finite("f", "a number", value);
              Expect.positive("f", "a number", value);
              Expect.nonNegative("f", "a number", value);
            })
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFinitePassesNone(double value) {
    refused(
        "normal: expected a finite mean, got " + value,
        () -> Expect.finite("normal", "a finite mean", value));
    refused(
        "elu: expected a finite alpha > 0, got " + value,
        () -> Expect.positive("elu", "a finite alpha", value));
    refused(
        "adamw: expected a finite weightDecay >= 0, got " + value,
        () -> Expect.nonNegative("adamw", "a finite weightDecay", value));
  }

  @Test
  void theFirstRowThatIsNotFiniteIsNamed() {
    float[] rows = {0, -0f, Float.MAX_VALUE, Float.MIN_VALUE, 1, 2};
    Expect.finiteRows("f", "samples", rows, 2, "mend them");
    Expect.finiteRows("f", "samples", new float[0], 2, "mend them");
    rows[3] = Float.NEGATIVE_INFINITY;
    rows[4] = Float.NaN;
    refused(
        "f: expected finite samples, got -Infinity in row 1, column 1; mend them",
        () -> Expect.finiteRows("f", "samples", rows, 2, "mend them"));
  }

  @Test
  void zeroIsNotPositiveAndNotNegative() {
    refused("f: expected an x > 0, got 0.0", () -> Expect.positive("f", "an x", 0));
    refused("f: expected an x > 0, got -0.0", () -> Expect.positive("f", "an x", -0.0));
    Expect.nonNegative("f", "an x", -0.0);
    refused("f: expected an x >= 0, got -1.0E-300", () -> Expect.nonNegative("f", "an x", -1e-300));
    Expect.finite("f", "an x", -2);
  }

  @ParameterizedTest
  @CsvSource({
    "CLOSED, true, true",
    "CLOSED_OPEN, true, false",
    "OPEN_CLOSED, false, true",
    "OPEN, false, false"
  })
  void rangesHoldTheirEndsOrNot(Bounds bounds, boolean low, boolean high) {
    assertThat(holds(0.25, bounds)).as("the lower end").isEqualTo(low);
    assertThat(holds(3, bounds)).as("the upper end").isEqualTo(high);
    assertThat(holds(1, bounds)).isTrue();
    for (double outside : new double[] {0.24, 3.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThat(holds(outside, bounds)).as("%s", outside).isFalse();
    }
  }

  private static boolean holds(double value, Bounds bounds) {
    try {
      Expect.inRange("f", "an x", value, 0.25, 3, bounds);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Test
  void rangesAreWrittenAsIntervals() {
    refused(
        "dropout: expected a rate in [0, 1), got 1.0",
        () -> Expect.inRange("dropout", "a rate", 1, 0, 1, Bounds.CLOSED_OPEN));
    refused(
        "f: expected an x in (-0.5, 2], got NaN",
        () -> Expect.inRange("f", "an x", Double.NaN, -0.5, 2, Bounds.OPEN_CLOSED));
    refused(
        "f: expected an x in [1, 2], got 0.0",
        () -> Expect.inRange("f", "an x", 0, 1, 2, Bounds.CLOSED));
    refused(
        "f: expected an x in (0, Infinity), got 0.0",
        () -> Expect.inRange("f", "an x", 0, 0, Double.POSITIVE_INFINITY, Bounds.OPEN));
  }
}
