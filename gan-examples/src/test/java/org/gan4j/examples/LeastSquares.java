package org.gan4j.examples;

import org.gan4j.core.autograd.Var;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.Scores;

public record LeastSquares() implements GanLoss {
  @Override
  public Var discriminator(Scores scores) {
    return scores
        .meanReal(scores.real().subtract(1).square())
        .add(scores.meanFake(scores.fake().square()))
        .multiply(0.5);
  }

  @Override
  public Var generator(Scores scores) {
    return scores.meanFake(scores.fake().subtract(1).square()).multiply(0.5);
  }
}
