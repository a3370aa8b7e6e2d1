package org.gan4j.metrics;

import org.gan4j.core.Expect;

/** The checks and the distance that the metrics share. */
final class SampleSets {
  private SampleSets() {}

  /**
   * Returns how many samples the array holds.
   *
   * @param where the metric and its argument
   * @param samples the samples, row-major
   * @param dimensions numbers in a sample
   * @param least how many samples the metric needs
   * @throws IllegalArgumentException if there are fewer, the last one is incomplete, or a number is
   *     not finite
   */
  static int rows(String where, float[] samples, int dimensions, int least) {
    if (dimensions < 1 || samples.length % dimensions != 0) {
      throw Expect.failure(
          where,
          "complete samples of at least 1 dimension",
          "%d values and %d dimensions".formatted(samples.length, dimensions),
          "pass [n, dimensions], row-major");
    }
    int rows = samples.length / dimensions;
    if (rows < least) {
      String samplesNeeded = "at least %d sample%s".formatted(least, least == 1 ? "" : "s");
      throw Expect.failure(where, samplesNeeded, rows, "draw more");
    }
    Expect.finiteRows(
        where,
        "samples",
        samples,
        dimensions,
        "fix what produced them, since no score counts them");
    return rows;
  }

  /** {@return ‖a_i − b_j‖²} */
  static double squaredDistance(float[] a, int i, float[] b, int j, int dimensions) {
    double sum = 0;
    for (int axis = 0; axis < dimensions; axis++) {
      double difference = (double) a[i * dimensions + axis] - b[j * dimensions + axis];
      sum += difference * difference;
    }
    return sum;
  }
}
