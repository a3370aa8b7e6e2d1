package org.gan4j.nn.optim;

import org.gan4j.core.Expect;

/**
 * Linear warm-up to the recipe's rate, followed by another schedule, whose run is the rest: it
 * counts from its own start, and its shares are shares of what remains.
 *
 * @param over how long the warm-up takes
 * @param then what follows
 */
public record WarmUp(Span over, Schedule then) implements Schedule {
  /**
   * Checks that nothing is missing.
   *
   * @param over how long the warm-up takes
   * @param then what follows
   */
  public WarmUp {
    Expect.nonNull("warm-up", "a span", over);
    Expect.nonNull("warm-up", "a schedule to follow", then);
  }

  @Override
  public double factor(Progress progress) {
    long length = over.steps(progress.steps());
    return progress.step() <= length
        ? progress.step() / (double) length
        : then.factor(progress.after(length));
  }
}
