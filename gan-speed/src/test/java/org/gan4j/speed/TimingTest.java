package org.gan4j.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TimingTest {
  @Test
  void summarisesRoundsInMicroseconds() {
    assertThat(Timing.of(5000, 1000, 9000)).isEqualTo(new Timing(5, 1, 9, 3));
    assertThat(Timing.of(5000, 1000, 9000, 2000)).isEqualTo(new Timing(3.5, 1, 9, 4));
  }

  @Test
  void noRoundsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(Timing::of)
        .withMessage("timing: expected at least 1 round, got 0");
  }

  @Test
  void aTimeBecomesARate() {
    Cost cost = new Cost(3e6, 6e6);
    assertThat(cost.gflops(1000)).isEqualTo(3);
    assertThat(cost.gbps(1000)).isEqualTo(6);
    assertThat(cost.intensity()).isEqualTo(0.5);
  }
}
