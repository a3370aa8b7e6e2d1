package org.gan4j.theory.rows.trained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.core.autograd.Var;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.OriginalMinimax;
import org.junit.jupiter.api.Test;

class GeneratorDescentTest {
  private static final OriginalMinimax MINIMAX = new OriginalMinimax();
  private static final NonSaturating NON_SATURATING = new NonSaturating();

  @Test
  void gradientsAreThoseOfTheDivergences() throws Exception {
    assertThat(new GeneratorDescent().check(Failures.SETTING).holds()).isTrue();
  }

  @Test
  void swappedDensitiesInTheOptimumFail() throws Exception {
    assertThat(Failures.of(new GeneratorDescent(MINIMAX, NON_SATURATING, (p, q) -> q.subtract(p))))
        .hasSize(12);
  }

  @Test
  void swappedLossesFail() throws Exception {
    assertThat(Failures.of(new GeneratorDescent(NON_SATURATING, MINIMAX, Var::subtract)))
        .hasSize(12);
  }

  /** Its value is off by 1e-8, and its gradient by more where D is confident. */
  @Test
  void aClippedSigmoidFails() throws Exception {
    Clipped saturating = new Clipped(MINIMAX, true);
    Clipped clipped = new Clipped(NON_SATURATING, false);
    assertThat(Failures.of(new GeneratorDescent(saturating, clipped, Var::subtract)))
        .anyMatch(name -> name.contains("non-saturating"));
  }

  /** d/dx sin x = cos x, by the closed form; an error of 1e-12 is h⁶/140 with h = 0.01. */
  @Test
  void differencesAreOfSixthOrder() {
    assertThat(Differences.derivative(x -> Math.sin(1 + x))).isCloseTo(Math.cos(1), within(1e-12));
  }
}
