package org.gan4j.theory.rows.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.OriginalMinimax;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Setting;
import org.junit.jupiter.api.Test;

class OrbitsTest {
  private static final Setting SETTING = Setting.quick(1);

  @Test
  void orbitsAgreeWithTheory() throws IOException {
    Evidence evidence = new Orbits().check(SETTING);
    assertThat(evidence.holds()).isTrue();
    assertThat(evidence.checks()).hasSize(10);
    assertThat(evidence.figures().get(0).series()).hasSize(4);
  }

  @Test
  void theWrongLossFailsFarFromTheEquilibrium() throws IOException {
    Dynamics trainer = Dynamics.ofTrainer();
    Dynamics swapped =
        (game, start, steps) ->
            trainer.orbit(
                new DiracGan(
                    game.loss() instanceof NonSaturating
                        ? new OriginalMinimax()
                        : new NonSaturating(),
                    game.penalties(),
                    game.order(),
                    game.rate()),
                start,
                steps);
    assertThat(failures(swapped))
        .anyMatch(name -> name.startsWith("cycle’s radius"))
        .anyMatch(name -> name.startsWith("r²hn/8"));
  }

  @Test
  void anotherRateFails() throws IOException {
    Dynamics trainer = Dynamics.ofTrainer();
    Dynamics faster =
        (game, start, steps) ->
            trainer.orbit(OneStepMapTest.withRate(game, 1.1 * game.rate()), start, steps);
    assertThat(failures(faster)).hasSize(10);
  }

  private static List<String> failures(Dynamics dynamics) throws IOException {
    return new Orbits(dynamics)
        .check(SETTING).checks().stream().filter(check -> !check.holds()).map(Check::name).toList();
  }
}
