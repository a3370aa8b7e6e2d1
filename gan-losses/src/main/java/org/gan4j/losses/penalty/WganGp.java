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
 * Pulls the norm of each input gradient to 1 on the lines between real and fake samples: λ
 * E(‖∇D(x̂)‖ − 1)², x̂ = εx + (1 − ε)G(z), with its own ε ~ U(0, 1) for each pair.
 *
 * <p>A pair has the weight of its real sample. A zero gradient costs λ but has no derivative to
 * move it; see {@link InputGradients#norms}.
 *
 * @param weight λ, at least 0; 10 in the paper
 * @paper Gulrajani et al. 2017, arXiv:1704.00028, Eq. (3)
 */
@Definition(
    formula = "weight E (|grad D| - 1)^2 between real and fake samples",
    source = "Gulrajani et al. 2017, arXiv:1704.00028, Eq. (3)")
public record WganGp(double weight) implements CriticPenalty {
  /**
   * Checks the constant.
   *
   * @param weight λ, at least 0; 10 in the paper
   */
  public WganGp {
    Expect.nonNegative("wgan-gp", "a finite weight", weight);
  }

  /** Returns the penalty with weight 10. */
  public WganGp() {
    this(10);
  }

  @Override
  public Var penalty(Critic critic, Scores scores, Rng rng) {
    Var norms = InputGradients.norms(InputGradients.at(critic, Lines.between(scores, rng)));
    return scores.meanReal(norms.subtract(1).square()).multiply(weight);
  }
}
