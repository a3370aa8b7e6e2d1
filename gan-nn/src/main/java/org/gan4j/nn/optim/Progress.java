package org.gan4j.nn.optim;

import org.gan4j.core.Expect;

/**
 * How far a run is: step 300 of 6 000. A step is an update or, with {@link ExtraGradient}, one of
 * an update's two.
 *
 * @param step the number of the step, from 1; a run may go on after its last one
 * @param steps how many steps the run takes
 */
public record Progress(long step, long steps) {
  /**
   * Checks the ranges.
   *
   * @param step the number of the step, at least 1
   * @param steps how many steps the run takes, at least 1
   */
  public Progress {
    Expect.atLeast("progress", "a step", step, 1);
    Expect.count("progress", "step in the run", steps, 1);
  }

  /**
   * Returns the progress in the rest of the run.
   *
   * @param first how many steps come before the rest, fewer than this step's number
   * @return the progress, counted from there
   */
  Progress after(long first) {
    return new Progress(step - first, Math.max(1, steps - first));
  }
}
