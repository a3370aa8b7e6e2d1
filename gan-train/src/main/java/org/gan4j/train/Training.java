package org.gan4j.train;

/**
 * How long and in what order the players are updated.
 *
 * @param updates the order of updates within a step
 * @param batch real samples and fake samples in a step, each; the discriminator's packs divide it
 * @param steps generator updates in the whole run
 */
public record Training(UpdateOrder updates, int batch, long steps) {
  /**
   * Checks the ranges.
   *
   * @param updates the order of updates within a step
   * @param batch real samples and fake samples in a step, each, at least 1
   * @param steps generator updates in the whole run, at least 1
   */
  public Training {
    Settings.required("updates", updates);
    Settings.atLeast("batch", batch, 1);
    Settings.atLeast("steps", steps, 1);
  }

  /** Returns alternating updates, batches of 64 and 10 000 steps. */
  public Training() {
    this(new Alternating(), 64, 10_000);
  }

  /**
   * Returns this training in another order of updates.
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
