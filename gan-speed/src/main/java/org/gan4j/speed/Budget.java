package org.gan4j.speed;

import java.time.Duration;
import org.gan4j.core.Expect;

/**
 * How long a task may be timed. A task that is slower than its budget still runs once to warm up
 * and the fewest rounds.
 *
 * @param warmUp the longest warm-up; it ends earlier once the task has become steady
 * @param measuring how long the rounds go on
 * @param fewestRounds the fewest rounds, at least 1
 */
public record Budget(Duration warmUp, Duration measuring, int fewestRounds) {
  /**
   * Checks the number of rounds.
   *
   * @param warmUp the longest warm-up
   * @param measuring how long the rounds go on
   * @param fewestRounds the fewest rounds, at least 1
   */
  public Budget {
    Expect.count("budget", "round", fewestRounds, 1);
  }

  /**
   * Returns a budget with half of the time for warming up, and 3 rounds at the fewest.
   *
   * @param seconds the time of a task
   * @return the budget
   */
  public static Budget seconds(double seconds) {
    long nanos = (long) (seconds * 1e9);
    return new Budget(Duration.ofNanos(nanos / 2), Duration.ofNanos(nanos / 2), 3);
  }
}
