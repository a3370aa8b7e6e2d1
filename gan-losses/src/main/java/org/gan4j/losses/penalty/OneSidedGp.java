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
 * Penalises input gradients with a norm above 1 on the lines between real and fake samples: λ E
 * max(0, ‖∇D(x̂)‖ − 1)², with x̂ as in {@link WganGp}.
 *
 * @param weight λ, at least 0; 10 by default
 * @paper Petzka et al. 2018, "On the regularization of Wasserstein GANs", arXiv:1709.08894: its
 *     WGAN-LP
 */
@Definition(
    formula = "weight E max(0, |grad D| - 1)^2 between real and fake samples",
    source = "Petzka et al. 2018, arXiv:1709.08894 (WGAN-LP)")
public record OneSidedGp(double weight) implements CriticPenalty {
  /**
   * Checks the constant.
   *
   * @param weight λ, at least 0; 10 by default
   */
  public OneSidedGp {
    Expect.nonNegative("one-sided-gp", "a finite weight", weight);
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
