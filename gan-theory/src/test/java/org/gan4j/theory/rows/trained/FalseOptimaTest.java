package org.gan4j.theory.rows.trained;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FalseOptimaTest {
  @Test
  void bothFalseOptimaAreFlagged() throws Exception {
    assertThat(Failures.of(new FalseOptima())).isEmpty();
  }

  /** If the probe does not learn, a false optimum looks real and a real one looks false. */
  @Test
  void anIdleProbeFlagsNothing() throws Exception {
    CriticRecipe blind = new CriticRecipe(CriticRecipe.network(4), new Idle(), 1);
    assertThat(Failures.of(new FalseOptima(blind, 30)))
        .contains("V(probe) + log 4, linear D", "V(probe) + log 4 where q = p");
  }
}
