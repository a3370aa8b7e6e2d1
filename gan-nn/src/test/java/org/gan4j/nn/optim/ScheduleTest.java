package org.gan4j.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the formulas at points where they are known by hand. */
class ScheduleTest {
  private static final long RUN = 200;

  private static double factor(Schedule schedule, long step) {
    return schedule.factor(new Progress(step, RUN));
  }

  @Test
  void constant() {
    assertThat(factor(new Constant(), 1)).isEqualTo(1);
    assertThat(factor(new Constant(), 1_000_000)).isEqualTo(1);
  }

  @Test
  void linear() {
    Linear linear = new Linear(Span.updates(10), 0.2);
    assertThat(factor(linear, 1)).isEqualTo(1);
    assertThat(factor(linear, 6)).isCloseTo(0.6, within(1e-15));
    assertThat(factor(linear, 11)).isCloseTo(0.2, within(1e-15));
    assertThat(factor(linear, 500)).isCloseTo(0.2, within(1e-15));
  }

  @Test
  void cosine() {
    Cosine cosine = new Cosine(Span.updates(100), 0.1);
    assertThat(factor(cosine, 1)).isEqualTo(1);
    assertThat(factor(cosine, 51)).isCloseTo(0.55, within(1e-15));
    assertThat(factor(cosine, 101)).isCloseTo(0.1, within(1e-15));
    assertThat(factor(cosine, 1001)).isCloseTo(0.1, within(1e-15));
  }

  /** Half of 200 steps, and the whole run by default. */
  @Test
  void aShareIsOfTheRun() {
    assertThat(factor(new Linear(Span.share(0.5), 0), 51)).isEqualTo(0.5);
    assertThat(factor(new Linear(Span.share(0.5), 0), 101)).isZero();
    assertThat(factor(new Linear(0), 101)).isEqualTo(0.5);
    assertThat(factor(new Cosine(0.1), 101)).isCloseTo(0.55, within(1e-15));
    assertThat(factor(new Cosine(0.1), 201)).isCloseTo(0.1, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 3, 20_000})
  void theWholeRunIsItsNumberOfUpdatesBitForBit(long run) {
    for (long step = 1; step <= run + 2; step++) {
      Progress progress = new Progress(step, run);
      assertThat(new Cosine(0.05).factor(progress))
          .isEqualTo(new Cosine(Span.updates(run), 0.05).factor(progress));
    }
  }

  @Test
  void aShareIsRoundedToStepsAndIsOneAtLeast() {
    assertThat(Span.share(0.1).steps(14)).isEqualTo(1);
    assertThat(Span.share(0.1).steps(15)).isEqualTo(2);
    assertThat(Span.share(1e-9).steps(100)).isEqualTo(1);
    assertThat(Span.wholeRun().steps(400_000)).isEqualTo(400_000);
    assertThat(Span.updates(7).steps(100)).isEqualTo(7);
  }

  @Test
  void warmUpThenAnother() {
    WarmUp schedule = new WarmUp(Span.updates(4), new Linear(Span.updates(10), 0));
    assertThat(factor(schedule, 1)).isEqualTo(0.25);
    assertThat(factor(schedule, 4)).isEqualTo(1);
    assertThat(factor(schedule, 5)).isEqualTo(1);
    assertThat(factor(schedule, 10)).isCloseTo(0.5, within(1e-15));
  }

  /** 20 steps of warm-up, and the other 180 for what follows: half of it after 90 more. */
  @Test
  void afterAWarmUpASharesRunIsTheRest() {
    WarmUp schedule = new WarmUp(Span.share(0.1), new Linear(0));
    assertThat(factor(schedule, 10)).isEqualTo(0.5);
    assertThat(factor(schedule, 21)).isEqualTo(1);
    assertThat(factor(schedule, 111)).isEqualTo(0.5);
    assertThat(factor(schedule, 201)).isZero();
    WarmUp whole = new WarmUp(Span.wholeRun(), new Linear(0));
    assertThat(factor(whole, RUN)).isEqualTo(1);
    assertThat(factor(whole, RUN + 2)).isZero();
  }

  @Test
  void spansAreReadableText() {
    assertThat(new Cosine(0.1)).hasToString("Cosine[over=the whole run, last=0.1]");
    assertThat(new Linear(Span.share(0.5), 0)).hasToString("Linear[over=0.5 of the run, last=0.0]");
    assertThat(Span.updates(30)).hasToString("30 updates");
  }

  @Test
  void rangesAreChecked() {
    assertThatThrownBy(() -> Span.updates(0)).hasMessage("span: expected at least 1 update, got 0");
    assertThatThrownBy(() -> Span.share(0))
        .hasMessage("span: expected a share of the run in (0, 1], got 0.0");
    assertThatThrownBy(() -> Span.share(1.5))
        .hasMessage("span: expected a share of the run in (0, 1], got 1.5");
    assertThatThrownBy(() -> new Cosine(null, 0.1))
        .hasMessage("cosine schedule: expected a span, got null");
    assertThatThrownBy(() -> new Cosine(-1))
        .hasMessage("cosine schedule: expected a finite last factor >= 0, got -1.0");
    assertThatThrownBy(() -> new Linear(Double.NaN))
        .hasMessage("linear schedule: expected a finite last factor >= 0, got NaN");
    assertThatThrownBy(() -> new Linear(null, 0))
        .hasMessage("linear schedule: expected a span, got null");
    assertThatThrownBy(() -> new WarmUp(null, new Constant()))
        .hasMessage("warm-up: expected a span, got null");
    assertThatThrownBy(() -> new WarmUp(Span.updates(1), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("warm-up: expected a schedule to follow, got null");
    assertThatThrownBy(() -> new Progress(0, 5))
        .hasMessage("progress: expected a step >= 1, got 0");
    assertThatThrownBy(() -> new Progress(1, 0))
        .hasMessage("progress: expected at least 1 step in the run, got 0");
  }
}
