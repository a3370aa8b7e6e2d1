package com.example;

import org.gan4j.core.autograd.Var;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.Scores;

/** The squared hinge: D learns (p − q)/(p + q), the generator raises its logits. */
public record MyLoss() implements GanLoss {
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
