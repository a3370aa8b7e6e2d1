package org.gan4j.testkit.guide;

import org.gan4j.core.autograd.Var;
import org.gan4j.core.random.Rng;
import org.gan4j.losses.Critic;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.InputGradients;
import org.gan4j.losses.Scores;

/** A penalty that grows smoothly with the input gradient at the real samples. */
public record SmoothGp(double weight) implements CriticPenalty {
  @Override
  public Var penalty(Critic critic, Scores scores, Rng rng) {
    Var norms = InputGradients.norms(scores.realGradient());
    return scores.meanReal(norms.multiply(2).softplus()).multiply(weight);
  }
}
