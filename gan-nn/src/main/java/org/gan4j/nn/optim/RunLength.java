package org.gan4j.nn.optim;

import org.gan4j.core.Expect;

/** What it means for the learning rates that a run is made longer or shorter. */
public final class RunLength {
  /** Enough to see every schedule that is not made to deceive. */
  private static final int PROBES = 1000;

  private RunLength() {}

  /**
   * Returns whether the updates so far would have had the same rates in a run of another length. If
   * not, a run that goes on with the other length differs from one that had it from the start.
   *
   * @param optimizer the recipe
   * @param done the number of updates so far, at least 0
   * @param planned how many updates the run was to take, at least 1
   * @param asked how many it is to take now, at least 1
   * @return whether the rates agree, compared at 1 000 updates spread over those so far
   */
  public static boolean keepsRates(Optimizer optimizer, long done, long planned, long asked) {
    Expect.atLeast("run length", "done", done, 0);
    Schedule schedule = optimizer.schedule();
    int steps = optimizer.looksAhead() ? 2 : 1; // of an update
    long stride = Math.max(1, done / PROBES);
    for (long number = done; number >= 1; number -= stride) {
      double before = schedule.factor(new Progress(steps * number, steps * planned));
      double after = schedule.factor(new Progress(steps * number, steps * asked));
      if (before != after) {
        return false;
      }
    }
    return true;
  }
}
