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
 * The squared norm of the input gradient at the real samples: (γ/2) E_p‖∇D(x)‖².
 *
 * @param gamma γ, at least 0; 10 in the paper
 * @paper Mescheder et al. 2018, "Which Training Methods for GANs do actually Converge?",
 *     arXiv:1801.04406, Eq. (9)
 */
@Definition(
    formula = "(gamma/2) E_p |grad D|^2",
    source = "Mescheder et al. 2018, arXiv:1801.04406, Eq. (9)")
public record R1(double gamma) implements CriticPenalty {
  /**
   * Checks the constant.
   *
   * @param gamma γ, at least 0; 10 in the paper
   */
  public R1 {
    Expect.nonNegative("r1", "a finite gamma", gamma);
  }

  /** Returns the penalty with gamma 10. */
  public R1() {
    this(10);
  }

  @Override
  public Var penalty(Critic critic, Scores scores, Rng rng) {
    return scores.meanReal(InputGradients.squaredNorms(scores.realGradient())).multiply(gamma / 2);
  }
}
