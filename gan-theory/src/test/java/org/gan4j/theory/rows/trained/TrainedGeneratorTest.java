package org.gan4j.theory.rows.trained;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.OriginalMinimax;
import org.junit.jupiter.api.Test;

class TrainedGeneratorTest {
  private static final CriticRecipe PROBE = CriticRecipe.tanh(16, 1_000);

  /** One loss per row; the command checks both. */
  @Test
  void anAffineGeneratorReachesTheOptimum() throws Exception {
    GameRecipe recipe = TrainedGenerator.affineRecipe(new NonSaturating());
    assertThat(Failures.of(TrainedGenerator.affine(List.of(recipe), TrainedProbe.RECIPE)))
        .isEmpty();
  }

  @Test
  void aMonotoneGeneratorReachesTheOptimum() throws Exception {
    GameRecipe recipe = TrainedGenerator.monotoneRecipe(new OriginalMinimax());
    assertThat(Failures.of(TrainedGenerator.monotone(List.of(recipe), TrainedProbe.FINE)))
        .isEmpty();
  }

  @Test
  void aTrainerThatDoesNothingFails() throws Exception {
    GameRecipe idle =
        GameRecipe.usual(new OriginalMinimax(), new AffineGenerator(0, 1), 5)
            .learningBy(new Idle());
    assertThat(Failures.of(TrainedGenerator.affine(List.of(idle), PROBE)))
        .contains("JSD(p ‖ q), minimax, run 1", "sup |probe − 1/2| where m ≥ 1e-2, minimax, run 1");
  }

  /** A probe that has not learned is D = ½ everywhere, which its gap reveals. */
  @Test
  void anIdleProbeFails() throws Exception {
    GameRecipe idle =
        GameRecipe.usual(new OriginalMinimax(), new AffineGenerator(0, 1), 5)
            .learningBy(new Idle());
    CriticRecipe blind = new CriticRecipe(CriticRecipe.network(4), new Idle(), 1);
    assertThat(Failures.of(TrainedGenerator.affine(List.of(idle), blind)))
        .contains("V(D*) − V(probe), minimax, run 1");
  }
}
