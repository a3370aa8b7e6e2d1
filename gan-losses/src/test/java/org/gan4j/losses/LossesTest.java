package org.gan4j.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LossesTest {
  @Test
  void lossesAreFoundByName() {
    assertThat(Losses.all()).extracting(GanLoss::name).containsExactly("minimax", "non-saturating");
    assertThat(Losses.named("minimax")).isEqualTo(new OriginalMinimax());
    assertThat(Losses.named("non-saturating")).isEqualTo(new NonSaturating());
  }

  @Test
  void unknownNamesAreAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> Losses.named("vanilla"))
        .hasMessage("loss: expected one of minimax, non-saturating, got 'vanilla'");
  }
}
