package org.gan4j.cli;

/**
 * One number of a score, to compare checkpoints by.
 *
 * @param key its name in JSON
 * @param name its name in a table
 * @param value of the samples
 * @param largerIsBetter whether a better generator has a larger one
 */
record ScoreNumber(String key, String name, double value, boolean largerIsBetter) {
  boolean isBetterThan(ScoreNumber other) {
    return largerIsBetter ? value > other.value : value < other.value;
  }
}
