package org.gan4j.theory.rows.trained;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.core.autograd.Var;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.OriginalMinimax;
import org.gan4j.losses.Scores;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Setting;
import org.junit.jupiter.api.Test;

class TwoPlayerGameTest {
  /** The discriminator's objective in bits: right in sign and direction, wrong in value. */
  private record InBits() implements GanLoss {
    @Override
    public Var discriminator(Scores scores) {
      return new OriginalMinimax().discriminator(scores).multiply(1 / Math.log(2));
    }

    @Override
    public Var generator(Scores scores) {
      return new OriginalMinimax().generator(scores);
    }
  }

  @Test
  void theGameReducesItsValue() throws Exception {
    assertThat(Failures.of(new TwoPlayerGame())).isEmpty();
  }

  @Test
  void aGeneratorThatDoesNotLearnFails() throws Exception {
    AffineGenerator start = new AffineGenerator(0, 1);
    GameRecipe idle = GameRecipe.usual(new OriginalMinimax(), start, 200).learningBy(new Idle());
    assertThat(Failures.of(new TwoPlayerGame(idle))).containsExactly("JSD(p ‖ q), last / first");
  }

  @Test
  void aLossInBitsFails() throws Exception {
    GameRecipe bits = GameRecipe.usual(new InBits(), new AffineGenerator(0, 1), 200);
    assertThat(Failures.of(new TwoPlayerGame(bits)))
        .contains("V on batches − V by quadrature, mean");
  }

  @Test
  void everyBitDependsOnTheSeed() throws Exception {
    TwoPlayerGame game =
        new TwoPlayerGame(
            GameRecipe.usual(new OriginalMinimax(), new AffineGenerator(0, 1), /* steps= */ 40));
    Evidence one = game.check(Setting.quick(1));
    Evidence again = game.check(Setting.quick(1));
    Evidence other = game.check(Setting.quick(2));
    assertThat(again).usingRecursiveComparison().isEqualTo(one);
    assertThat(other.checks()).doesNotContainAnyElementsOf(one.checks());
    assertThat(other.numbers()).doesNotContainAnyElementsOf(one.numbers());
  }
}
