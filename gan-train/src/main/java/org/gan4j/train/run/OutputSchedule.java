package org.gan4j.train.run;

import org.gan4j.core.Expect;

/**
 * How often a run writes its output, in generator updates; 0 means only at the end.
 *
 * @param metricsEvery steps between rows of metrics.csv, which each picture and checkpoint adds to
 * @param picturesEvery steps between sample pictures
 * @param checkpointsEvery steps between checkpoints
 */
public record OutputSchedule(long metricsEvery, long picturesEvery, long checkpointsEvery) {
  /**
   * Checks the ranges.
   *
   * @param metricsEvery steps between rows of metrics.csv, at least 0
   * @param picturesEvery steps between sample pictures, at least 0
   * @param checkpointsEvery steps between checkpoints, at least 0
   */
  public OutputSchedule {
    Expect.atLeast("output schedule", "metricsEvery", metricsEvery, 0);
    Expect.atLeast("output schedule", "picturesEvery", picturesEvery, 0);
    Expect.atLeast("output schedule", "checkpointsEvery", checkpointsEvery, 0);
  }

  static boolean due(long every, long step) {
    return every > 0 && step % every == 0;
  }
}
