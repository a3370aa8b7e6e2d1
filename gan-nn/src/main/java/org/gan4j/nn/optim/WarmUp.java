package org.gan4j.nn.optim;

import org.gan4j.core.Expect;

/**
 * Linear warm-up to the recipe's rate, followed by another schedule, which counts from its own
 * start.
 *
 * @param updates how many updates the warm-up takes, at least 1
 * @param then what follows
 */
public record WarmUp(long updates, Schedule then) implements Schedule {
  /**
   * Checks the ranges.
   *
   * @param updates how many updates the warm-up takes, at least 1
   * @param then what follows
   */
  public WarmUp {
    Expect.count("warm-up", "update", updates, 1);
    Expect.nonNull("warm-up", "a schedule to follow", then);
  }

  @Override
  public double factor(long update) {
    return update <= updates ? update / (double) updates : then.factor(update - updates);
  }
}
