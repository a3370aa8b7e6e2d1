package org.gan4j.theory.rows.trained;

import org.gan4j.core.autograd.Var;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.Scores;

/** A common mistake: log(σ(ℓ) + 1e-8) instead of −softplus(−ℓ). */
record Clipped(GanLoss honest, boolean saturating) implements GanLoss {
  @Override
  public Var discriminator(Scores scores) {
    return honest.discriminator(scores);
  }

  @Override
  public Var generator(Scores scores) {
    Var fake = saturating ? scores.fake().negate() : scores.fake();
    Var loss = scores.meanFake(fake.sigmoid().add(1e-8).log());
    return saturating ? loss : loss.negate();
  }
}
