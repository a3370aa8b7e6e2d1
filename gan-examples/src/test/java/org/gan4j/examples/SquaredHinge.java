package org.gan4j.examples;

import org.gan4j.core.autograd.Var;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.Scores;

public record SquaredHinge() implements GanLoss {
  @Override
  public Var discriminator(Scores scores) {
    return scores
        .meanReal(scores.real().negate().add(1).relu().square())
        .add(scores.meanFake(scores.fake().add(1).relu().square()));
  }

  @Override
  public Var generator(Scores scores) {
    return scores.meanFake(scores.fake()).negate();
  }
}
