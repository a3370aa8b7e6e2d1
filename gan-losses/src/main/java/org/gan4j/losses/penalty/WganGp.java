package org.gan4j.losses.penalty;

import org.gan4j.core.autograd.Var;
import org.gan4j.core.random.Rng;
import org.gan4j.losses.Critic;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.Definition;
import org.gan4j.losses.InputGradients;
import org.gan4j.losses.Scores;

/**
 * Draws every sample's slope to 1 on lines between the halves: λ E(‖∇D(x̂)‖ − 1)², x̂ = εx + (1 −
 * ε)G(z), with its own ε ~ U(0, 1) for each pair and the norm of each sample by itself.
 *
 * <p>Pairs are weighted as their real samples are. A zero slope costs λ and pushes nowhere; see
 * {@link InputGradients#norms}.
 *
 * @param weight λ, at least 0; the paper takes 10
 * @paper Gulrajani et al. 2017, arXiv:1704.00028, Eq. (3)
 */
@Definition(
    formula = "weight E (|grad D| - 1)^2 between the halves",
    source = "Gulrajani et al. 2017, arXiv:1704.00028, Eq. (3)")
public record WganGp(double weight) implements CriticPenalty {
  /**
   * Checks the factor.
   *
   * @param weight λ, at least 0; the paper takes 10
   */
  public WganGp {
    Factors.require("wgan-gp", "weight", weight);
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
