package org.gan4j.losses.penalty;

import org.gan4j.core.autograd.Var;
import org.gan4j.core.random.Rng;
import org.gan4j.losses.Critic;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.Definition;
import org.gan4j.losses.InputGradients;
import org.gan4j.losses.Scores;

/**
 * Holds every sample's slope below 1 on lines between the halves: λ E max(0, ‖∇D(x̂)‖ − 1)², with
 * x̂ as in {@link WganGp}. Slopes below 1 cost nothing.
 *
 * @param weight λ, at least 0; 10 unless said otherwise
 * @paper Petzka et al. 2018, "On the regularization of Wasserstein GANs", arXiv:1709.08894: its
 *     WGAN-LP
 */
@Definition(
    formula = "weight E max(0, |grad D| - 1)^2 between the halves",
    source = "Petzka et al. 2018, arXiv:1709.08894 (WGAN-LP)")
public record OneSidedGp(double weight) implements CriticPenalty {
  /**
   * Checks the factor.
   *
   * @param weight λ, at least 0; 10 unless said otherwise
   */
  public OneSidedGp {
    Factors.require("one-sided-gp", "weight", weight);
  }

  /** Returns the penalty with weight 10. */
  public OneSidedGp() {
    this(10);
  }

  @Override
  public Var penalty(Critic critic, Scores scores, Rng rng) {
    Var norms = InputGradients.norms(InputGradients.at(critic, Lines.between(scores, rng)));
    return scores.meanReal(norms.subtract(1).relu().square()).multiply(weight);
  }
}
