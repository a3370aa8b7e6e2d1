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
 * Pulls the input gradient to 0 on the lines between real and fake samples: λ E‖∇D(x̂)‖², with x̂
 * as in {@link WganGp}.
 *
 * @param weight λ, at least 0; 10 by default
 * @paper Thanh-Tung et al. 2019, "Improving Generalization and Stability of Generative Adversarial
 *     Networks", arXiv:1902.03984
 */
@Definition(
    formula = "weight E |grad D|^2 between real and fake samples",
    source = "Thanh-Tung et al. 2019, arXiv:1902.03984")
public record ZeroCentredGp(double weight) implements CriticPenalty {
  /**
   * Checks the constant.
   *
   * @param weight λ, at least 0; 10 by default
   */
  public ZeroCentredGp {
    Expect.nonNegative("zero-centred-gp", "a finite weight", weight);
  }

  /** Returns the penalty with weight 10. */
  public ZeroCentredGp() {
    this(10);
  }

  @Override
  public Var penalty(Critic critic, Scores scores, Rng rng) {
    Var gradients = InputGradients.at(critic, Lines.between(scores, rng));
    return scores.meanReal(InputGradients.squaredNorms(gradients)).multiply(weight);
  }
}
