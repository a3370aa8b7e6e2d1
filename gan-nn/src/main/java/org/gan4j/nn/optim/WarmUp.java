package org.gan4j.nn.optim;

import java.util.Objects;

/**
 * A straight line up to the recipe's rate, then another schedule, counted from its own start.
 *
 * @param updates how many updates the line takes, at least 1
 * @param then what follows
 */
public record WarmUp(long updates, Schedule then) implements Schedule {
  /**
   * Checks the ranges.
   *
   * @param updates how many updates the line takes, at least 1
   * @param then what follows
   */
  public WarmUp {
    Ranges.schedule("warm-up", updates, 1);
    Objects.requireNonNull(then, "warm-up: expected a schedule to follow, got null");
  }

  @Override
  public double factor(long update) {
    return update <= updates ? update / (double) updates : then.factor(update - updates);
  }
}
