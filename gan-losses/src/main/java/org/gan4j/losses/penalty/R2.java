package org.gan4j.losses.penalty;

import org.gan4j.core.Expect;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.random.Rng;
import org.gan4j.losses.Critic;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.Definition;
import org.gan4j.losses.InputGradients;
import org.gan4j.losses.Scores;

/**
 * The squared norm of the input gradient at the generated samples: (γ/2) E_q‖∇D(x)‖².
 *
 * @param gamma γ, at least 0
 * @paper Mescheder et al. 2018, arXiv:1801.04406, Eq. (10)
 */
@Definition(
    formula = "(gamma/2) E_q |grad D|^2",
    source = "Mescheder et al. 2018, arXiv:1801.04406, Eq. (10)")
public record R2(double gamma) implements CriticPenalty {
  /**
   * Checks the constant.
   *
   * @param gamma γ, at least 0
   */
  public R2 {
    Expect.nonNegative("r2", "a finite gamma", gamma);
  }

  /** Returns the penalty with gamma 10. */
  public R2() {
    this(10);
  }

  @Override
  public Var penalty(Critic critic, Scores scores, Rng rng) {
    return scores.meanFake(InputGradients.squaredNorms(scores.fakeGradient())).multiply(gamma / 2);
  }
}
