package org.gan4j.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunLengthTest {
  private static Optimizer with(Schedule schedule) {
    return new Ema(0.9, new ExtraGradient(new Sgd(0.1, 0, schedule)));
  }

  @ParameterizedTest
  @CsvSource({"0, 100, 200", "100, 100, 200", "100, 200, 150"})
  void fixedSchedulesKeepTheirRates(long done, long planned, long asked) {
    assertThat(RunLength.keepsRates(with(new Constant()), done, planned, asked)).isTrue();
    Schedule fixed = new WarmUp(Span.updates(7), new Linear(Span.updates(90), 0.1));
    assertThat(RunLength.keepsRates(with(fixed), done, planned, asked)).isTrue();
  }

  /** At its first step even such a schedule begins with the full rate. */
  @ParameterizedTest
  @CsvSource({"0, true", "1, false", "100, false"})
  void aScheduleOverTheWholeRunDoesNot(long done, boolean kept) {
    assertThat(RunLength.keepsRates(with(new Linear(0)), done, 100, 200)).isEqualTo(kept);
    assertThat(RunLength.keepsRates(with(new Linear(0)), done, 100, 100)).isTrue();
  }

  /** A decay over the second half of a run of 100 has not begun at step 40. */
  @ParameterizedTest
  @CsvSource({"40, true", "60, false"})
  void onlyTheUpdatesSoFarCount(long done, boolean kept) {
    Schedule late = progress -> progress.step() <= progress.steps() / 2 ? 1 : 0.5;
    Optimizer optimizer = new Sgd(0.1, 0, late);
    assertThat(RunLength.keepsRates(optimizer, done, 100, 200)).isEqualTo(kept);
  }
}
