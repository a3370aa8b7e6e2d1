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
 * Pulls the norm of the input gradient to 1 around the real samples: λ E_p(‖∇D(x + δ)‖ − 1)², δ ~
 * N(0, (cs)²I), where s is the standard deviation of all elements of the batch.
 *
 * <p>The paper has a fixed variance. Like the authors' code, this measures it in units of the data,
 * so that the penalty does not depend on their scale.
 *
 * @param weight λ, at least 0; 10 in the paper
 * @param noise c, at least 0; 0.5 in the authors' code
 * @paper Kodali et al. 2017, "On Convergence and Stability of GANs", arXiv:1705.07215
 */
@Definition(
    formula = "weight E_p (|grad D| - 1)^2 around the real samples",
    source = "Kodali et al. 2017, arXiv:1705.07215")
public record Dragan(double weight, double noise) implements CriticPenalty {
  /**
   * Checks the constants.
   *
   * @param weight λ, at least 0; 10 in the paper
   * @param noise c, at least 0; 0.5 in the authors' code
   */
  public Dragan {
    Expect.nonNegative("dragan", "a finite weight", weight);
    Expect.nonNegative("dragan", "a finite noise", noise);
  }

  /** Returns the penalty with λ = 10 and c = 0.5. */
  public Dragan() {
    this(10, 0.5);
  }

  @Override
  public Var penalty(Critic critic, Scores scores, Rng rng) {
    Var real = scores.realInput().detach();
    Var centred = InputGradients.rows(real).subtract(real.mean());
    Var deviation = centred.square().mean().sqrt();
    Var moved =
        real.add(Draws.normal(real, rng.stream("noise")).multiply(deviation).multiply(noise));
    Var norms = InputGradients.norms(InputGradients.at(critic, moved));
    return scores.meanReal(norms.subtract(1).square()).multiply(weight);
  }
}
