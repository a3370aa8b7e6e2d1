package org.gan4j.theory.rows.trained;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.OriginalMinimax;
import org.junit.jupiter.api.Test;

class GanFitTest {
  @Test
  void theGamesGoToTheMinimaOfTheirDivergences() throws Exception {
    assertThat(Failures.of(new GanFit())).isEmpty();
  }

  @Test
  void swappedLossesFail() throws Exception {
    assertThat(
            Failures.of(
                new GanFit(
                    /* minimax= */ new NonSaturating(),
                    /* nonSaturating= */ new OriginalMinimax(),
                    800)))
        .contains("location, minimax", "location, non-saturating");
  }
}
