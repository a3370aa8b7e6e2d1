package org.gan4j.theory.rows.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Setting;
import org.gan4j.train.Alternating;
import org.gan4j.train.Consensus;
import org.gan4j.train.Simultaneous;
import org.gan4j.train.UpdateOrder;
import org.junit.jupiter.api.Test;

class OneStepMapTest {
  private static final Setting SETTING = Setting.quick(1);

  @Test
  void theTrainerAgreesWithTheClosedForm() throws IOException {
    Evidence evidence = new OneStepMap().check(SETTING);
    assertThat(evidence.holds()).isTrue();
    assertThat(evidence.checks()).hasSize(48);
  }

  /** |1 + hλ| alone would not show it: at h = 0.1 and γ = 0 it is 1.00125. */
  @Test
  void aTrainerThatDoesNothingFails() throws IOException {
    assertFails((game, start, steps) -> Collections.nCopies(steps + 1, start), 44);
  }

  @Test
  void anotherRateFails() throws IOException {
    Dynamics trainer = Dynamics.ofTrainer();
    assertFails(
        (game, start, steps) -> trainer.orbit(withRate(game, game.rate() * 1.01), start, steps),
        44);
  }

  /** Every map without consensus; consensus has only one order. */
  @Test
  void theOtherOrderFails() throws IOException {
    Dynamics trainer = Dynamics.ofTrainer();
    assertFails((game, start, steps) -> trainer.orbit(swapped(game), start, steps), 24);
  }

  private static DiracGan swapped(DiracGan game) {
    if (game.order() instanceof Consensus) {
      return game;
    }
    return withOrder(
        game, game.order() instanceof Alternating ? new Simultaneous() : new Alternating());
  }

  static DiracGan withRate(DiracGan game, double rate) {
    return new DiracGan(game.loss(), game.penalties(), game.order(), rate);
  }

  private static DiracGan withOrder(DiracGan game, UpdateOrder order) {
    return new DiracGan(game.loss(), game.penalties(), order, game.rate());
  }

  @Test
  void consensusIgnoredFails() throws IOException {
    Dynamics trainer = Dynamics.ofTrainer();
    assertFails((game, start, steps) -> trainer.orbit(without(game), start, steps), 24);
  }

  private static DiracGan without(DiracGan game) {
    return game.order() instanceof Consensus ? withOrder(game, new Simultaneous()) : game;
  }

  /**
   * Some numbers of a wrong map are right: at γ = c = 0 alternating determinants are 1 and
   * simultaneous traces 2, whatever the rate.
   */
  private static void assertFails(Dynamics dynamics, int failing) throws IOException {
    Evidence evidence = new OneStepMap(dynamics).check(SETTING);
    List<?> failures = evidence.checks().stream().filter(check -> !check.holds()).toList();
    assertThat(evidence.holds()).isFalse();
    assertThat(failures).hasSize(failing);
  }

  /** There are no random draws, so every seed gives the same bits. */
  @Test
  void everyRunGivesTheSameBits() throws IOException {
    Evidence one = new OneStepMap().check(SETTING);
    assertThat(new OneStepMap().check(SETTING)).isEqualTo(one);
    assertThat(new OneStepMap().check(Setting.quick(2))).isEqualTo(one);
  }

  /** The eigenvalues of the closed form are those of theory: λ = −γ/2 ± √(γ²/4 − ¼). */
  @Test
  void theClosedFormHasTheRightEigenvalues() {
    ClosedFormStep simultaneous = new ClosedFormStep(new Simultaneous(), 0.1, 2);
    double root = Math.sqrt(0.75);
    double one = 1 + 0.1 * (-1 + root);
    double other = 1 + 0.1 * (-1 - root);
    assertThat(simultaneous.trace()).isEqualTo(one + other, within(1e-15));
    assertThat(simultaneous.determinant()).isEqualTo(one * other, within(1e-15));
  }

  /** With f′(0) = ½ those of consensus without a penalty are λ = −c f′(0)² ± i f′(0). */
  @Test
  void consensusHasTheRightEigenvalues() {
    ClosedFormStep closed = new ClosedFormStep(new Consensus(2), 0.1, 0);
    double real = 1 - 0.1 * 2 / 4;
    assertThat(closed.trace()).isEqualTo(2 * real, within(1e-15));
    assertThat(closed.determinant()).isEqualTo(real * real + 0.1 * 0.1 / 4, within(1e-15));
  }
}
