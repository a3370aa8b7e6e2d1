package org.gan4j.speed;

import java.util.Arrays;
import org.gan4j.core.Expect;

/**
 * How long a run takes, over several rounds.
 *
 * @param median the median, in microseconds
 * @param min the fastest, in microseconds
 * @param max the slowest, in microseconds
 * @param rounds the number of rounds
 */
public record Timing(double median, double min, double max, int rounds) {
  private static final double NANOS_PER_MICRO = 1e3;

  /**
   * Summarises rounds.
   *
   * @param nanos the time of a run in each round, in nanoseconds
   * @return the summary; the median of an even number is the mean of the middle two
   * @throws IllegalArgumentException if there are no rounds
   */
  public static Timing of(double... nanos) {
    Expect.count("timing", "round", nanos.length, 1);
    double[] sorted = nanos.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Timing(
        median / NANOS_PER_MICRO,
        sorted[0] / NANOS_PER_MICRO,
        sorted[sorted.length - 1] / NANOS_PER_MICRO,
        sorted.length);
  }
}
