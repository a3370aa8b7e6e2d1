package org.gan4j.train.run;

import org.gan4j.core.Expect;

/**
 * How often a run writes its output, in generator updates; 0 means only at the end.
 *
 * @param metricsEvery steps between rows of metrics.csv, which each picture and checkpoint adds to
 * @param picturesEvery steps between sample pictures
 * @param checkpointsEvery steps between checkpoints
 * @param keep how many of the last checkpoints are kept, beside the best one; 0 means all
 */
public record OutputSchedule(
    long metricsEvery, long picturesEvery, long checkpointsEvery, int keep) {
  /** How many of the last checkpoints are kept unless it is said otherwise. */
  public static final int KEPT = 3;

  /**
   * Checks the ranges.
   *
   * @param metricsEvery steps between rows of metrics.csv, at least 0
   * @param picturesEvery steps between sample pictures, at least 0
   * @param checkpointsEvery steps between checkpoints, at least 0
   * @param keep how many of the last checkpoints are kept, at least 0
   */
  public OutputSchedule {
    Expect.atLeast("output schedule", "metricsEvery", metricsEvery, 0);
    Expect.atLeast("output schedule", "picturesEvery", picturesEvery, 0);
    Expect.atLeast("output schedule", "checkpointsEvery", checkpointsEvery, 0);
    Expect.atLeast("output schedule", "keep", keep, 0);
  }

  /**
   * Keeps the last {@link #KEPT} checkpoints.
   *
   * @param metricsEvery steps between rows of metrics.csv, at least 0
   * @param picturesEvery steps between sample pictures, at least 0
   * @param checkpointsEvery steps between checkpoints, at least 0
   */
  public OutputSchedule(long metricsEvery, long picturesEvery, long checkpointsEvery) {
    this(metricsEvery, picturesEvery, checkpointsEvery, KEPT);
  }

  /**
   * Returns this schedule with another number of kept checkpoints.
   *
   * @param other the new value
   * @return the changed schedule
   */
  public OutputSchedule withKeep(int other) {
    return new OutputSchedule(metricsEvery, picturesEvery, checkpointsEvery, other);
  }

  boolean pictureDue(long step) {
    return due(picturesEvery, step);
  }

  boolean checkpointDue(long step) {
    return due(checkpointsEvery, step);
  }

  boolean metricsDue(long step) {
    return due(metricsEvery, step);
  }

  private static boolean due(long every, long step) {
    return every > 0 && step % every == 0;
  }
}
