package org.gan4j.train;

import org.gan4j.core.autograd.Var;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.Scores;

/** A loss that no provider lists, so that no config with it can be written. */
public record UnlistedLoss() implements GanLoss {
  @Override
  public Var discriminator(Scores scores) {
    return scores.meanReal(scores.real());
  }

  @Override
  public Var generator(Scores scores) {
    return scores.meanFake(scores.fake());
  }
}
