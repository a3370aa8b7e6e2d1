package org.gan4j.examples.theorem.rows.dynamics;

import org.gan4j.core.autograd.Var;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.Scores;

/**
 * The Wasserstein objectives, E_q ℓ − E_p ℓ and −E_q ℓ, for WGAN-GP in the phase portrait.
 *
 * @paper Arjovsky et al. 2017, arXiv:1701.07875, Algorithm 1
 */
record PlainWasserstein() implements GanLoss {
  @Override
  public Var discriminator(Scores scores) {
    return scores.meanFake(scores.fake()).subtract(scores.meanReal(scores.real()));
  }

  @Override
  public Var generator(Scores scores) {
    return scores.meanFake(scores.fake()).negate();
  }
}
