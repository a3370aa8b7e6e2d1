package org.gan4j.train;

import org.gan4j.core.Expect;
import org.gan4j.core.autograd.Tape;

/**
 * Updates the discriminator first, then the generator against the updated discriminator.
 *
 * @param discriminatorSteps discriminator updates per generator update
 * @paper Goodfellow et al. 2014, arXiv:1406.2661, Algorithm 1
 */
public record Alternating(int discriminatorSteps) implements UpdateOrder {
  /**
   * Checks the number.
   *
   * @param discriminatorSteps discriminator updates per generator update, at least 1
   */
  public Alternating {
    Expect.atLeast("config", "discriminatorSteps", discriminatorSteps, 1);
  }

  /** Uses one discriminator update per generator update. */
  public Alternating() {
    this(1);
  }

  @Override
  public int discriminatorUpdates() {
    return discriminatorSteps;
  }

  @Override
  public void step(Players players) {
    for (int i = 0; i < discriminatorSteps; i++) {
      try (Tape tape = players.tape()) {
        players.updateDiscriminator(players.discriminatorStep(tape));
      }
    }
    try (Tape tape = players.tape()) {
      players.updateGenerator(players.generatorStep(tape));
    }
  }
}
