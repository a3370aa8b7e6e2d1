package org.gan4j.losses.penalty;

import org.gan4j.core.autograd.Var;
import org.gan4j.core.random.Rng;
import org.gan4j.losses.Critic;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.Definition;
import org.gan4j.losses.InputGradients;
import org.gan4j.losses.Scores;

/**
 * Draws every sample's slope to 0 on lines between the halves: λ E‖∇D(x̂)‖², with x̂ as in {@link
 * WganGp}.
 *
 * @param weight λ, at least 0; 10 unless said otherwise
 * @paper Thanh-Tung et al. 2019, "Improving Generalization and Stability of Generative Adversarial
 *     Networks", arXiv:1902.03984
 */
@Definition(
    formula = "weight E |grad D|^2 between the halves",
    source = "Thanh-Tung et al. 2019, arXiv:1902.03984")
public record ZeroCentredGp(double weight) implements CriticPenalty {
  /**
   * Checks the factor.
   *
   * @param weight λ, at least 0; 10 unless said otherwise
   */
  public ZeroCentredGp {
    Factors.require("zero-centred-gp", "weight", weight);
  }

  /** Returns the penalty with weight 10. */
  public ZeroCentredGp() {
    this(10);
  }

  @Override
  public Var penalty(Critic critic, Scores scores, Rng rng) {
    Var slopes = InputGradients.at(critic, Lines.between(scores, rng));
    return scores.meanReal(InputGradients.squaredNorms(slopes)).multiply(weight);
  }
}
