package org.gan4j.train;

import org.gan4j.core.Expect;

/**
 * How long and in what order the players are updated.
 *
 * @param updates the order of updates within a step
 * @param batch the size of the real batch and of the fake batch; a multiple of the discriminator's
 *     pack size
 * @param steps the number of generator updates
 */
public record Training(UpdateOrder updates, int batch, long steps) {
  /**
   * Checks the ranges.
   *
   * @param updates the order of updates within a step
   * @param batch the size of the real batch and of the fake batch, at least 1
   * @param steps the number of generator updates, at least 1
   */
  public Training {
    Expect.nonNull("config", "a value for 'updates'", updates);
    Expect.atLeast("config", "batch", batch, 1);
    Expect.atLeast("config", "steps", steps, 1);
  }

  /** Uses alternating updates, batches of 64 and 10 000 steps. */
  public Training() {
    this(new Alternating(), 64, 10_000);
  }

  /** {@return the number of discriminator updates in the whole run, 2⁶³ − 1 at most} */
  public long discriminatorUpdates() {
    int inStep = updates.discriminatorUpdates();
    return steps > Long.MAX_VALUE / inStep ? Long.MAX_VALUE : steps * inStep;
  }

  /**
   * Returns this training with another order of updates.
   *
   * @param other the new value
   * @return the changed training
   */
  public Training withUpdates(UpdateOrder other) {
    return new Training(other, batch, steps);
  }

  /**
   * Returns this training with another batch size.
   *
   * @param other the new value
   * @return the changed training
   */
  public Training withBatch(int other) {
    return new Training(updates, other, steps);
  }

  /**
   * Returns this training with another number of generator updates.
   *
   * @param other the new value
   * @return the changed training
   */
  public Training withSteps(long other) {
    return new Training(updates, batch, other);
  }
}
