package org.gan4j.study.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SuccessiveHalvingTest {
  /** The bracket s = 4 of Li et al. 2018 (Hyperband), Table 1, with R = 81 and η = 3. */
  @Test
  void rungsAndSurvivorsAreThoseOfHyperband() {
    SuccessiveHalving halving = new SuccessiveHalving(3, 4, "");
    assertThat(halving.rungs(81)).containsExactly(1L, 3L, 9L, 27L);
    assertThat(halving.survivors(0, 81)).isEqualTo(27);
    assertThat(halving.survivors(1, 81)).isEqualTo(9);
    assertThat(halving.survivors(3, 81)).isEqualTo(1);
  }

  @Test
  void atLeastOneSettingGoesOn() {
    assertThat(new SuccessiveHalving(4, 3, "").survivors(2, 5)).isEqualTo(1);
    assertThat(new RunAll().survivors(0, 5)).isEqualTo(5);
    assertThat(new RunAll().rungs(100)).isEmpty();
  }

  @Test
  void rungsAreDifferentSteps() {
    assertThat(new SuccessiveHalving(2, 10, "").rungs(8)).containsExactly(1L, 2L, 4L);
  }

  @Test
  void badRulesAreRefused() {
    assertThatThrownBy(() -> new SuccessiveHalving(1, 2, ""))
        .hasMessage("successive-halving: expected eta >= 2, got 1");
    assertThatThrownBy(() -> new SuccessiveHalving(2, 0, ""))
        .hasMessage("successive-halving: expected rungs >= 1, got 0");
  }
}
