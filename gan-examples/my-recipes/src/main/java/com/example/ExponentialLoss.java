package com.example;

import org.gan4j.core.autograd.Var;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.Scores;

/** L_D = E_p exp(−ℓ) + E_q exp(ℓ), which descends the squared Hellinger distance; L_G = −E_q ℓ. */
public record ExponentialLoss() implements GanLoss {
  @Override
  public Var discriminator(Scores scores) {
    return scores
        .meanReal(scores.real().negate().exp())
        .add(scores.meanFake(scores.fake().exp()));
  }

  @Override
  public Var generator(Scores scores) {
    return scores.meanFake(scores.fake()).negate();
  }
}
