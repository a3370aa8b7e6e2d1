package com.example;

import org.gan4j.core.autograd.Var;
import org.gan4j.core.random.Rng;
import org.gan4j.losses.Critic;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.InputGradients;
import org.gan4j.losses.Scores;

/**
 * weight · E_p softplus(2‖∇D‖): like R1, but linear where the input gradient is large.
 *
 * @param weight the factor
 */
public record SmoothInputGradient(double weight) implements CriticPenalty {
  /** The usual factor, 1. */
  public SmoothInputGradient() {
    this(1);
  }

  @Override
  public Var penalty(Critic critic, Scores scores, Rng rng) {
    Var norms = InputGradients.norms(scores.realGradient());
    return scores.meanReal(norms.multiply(2).softplus()).multiply(weight);
  }
}
