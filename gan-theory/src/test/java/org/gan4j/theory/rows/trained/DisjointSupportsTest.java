package org.gan4j.theory.rows.trained;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.OriginalMinimax;
import org.gan4j.nn.optim.Adam;
import org.junit.jupiter.api.Test;

class DisjointSupportsTest {
  private static final CriticRecipe SHORT =
      new CriticRecipe(CriticRecipe.network(16), new Adam(1e-2, 0.9, 0.99), 600);

  @Test
  void oneGradientVanishesAndTheOtherStays() throws Exception {
    OriginalMinimax minimax = new OriginalMinimax();
    assertThat(Failures.of(new DisjointSupports(minimax, new NonSaturating(), SHORT))).isEmpty();
  }

  @Test
  void swappedLossesFail() throws Exception {
    assertThat(
            Failures.of(
                new DisjointSupports(
                    /* minimax= */ new NonSaturating(),
                    /* nonSaturating= */ new OriginalMinimax(),
                    SHORT)))
        .containsExactly(
            "minimax gradient, last / first",
            "minimax gradient / (M ε/(1 − ε)), largest",
            "non-saturating gradient, last / first");
  }

  @Test
  void anUntrainedDiscriminatorShowsNothing() throws Exception {
    CriticRecipe idle = new CriticRecipe(CriticRecipe.network(16), new Idle(), 10);
    assertThat(Failures.of(new DisjointSupports(new OriginalMinimax(), new NonSaturating(), idle)))
        .contains("V of the trained D", "minimax gradient, last / first");
  }
}
