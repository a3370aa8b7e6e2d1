package org.gan4j.train;

import org.gan4j.core.autograd.Tape;

/** Takes both gradients at the same point, then updates both players. */
public record Simultaneous() implements UpdateOrder {
  @Override
  public void step(Players players) {
    players.lookAhead(Simultaneous::gradients);
    try (Tape tape = players.tape()) {
      players.update(gradients(players, tape));
    }
  }

  private static StepGradients gradients(Players players, Tape tape) {
    return new StepGradients(players.discriminatorStep(tape), players.generatorStep(tape));
  }

  @Override
  public boolean looksAhead() {
    return true;
  }
}
