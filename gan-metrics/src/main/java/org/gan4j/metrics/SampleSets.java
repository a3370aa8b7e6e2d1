package org.gan4j.metrics;

import java.util.Locale;
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
          String.format(Locale.ROOT, "%d values and %d dimensions", samples.length, dimensions),
          "pass [n, dimensions], row-major");
    }
    int rows = samples.length / dimensions;
    if (rows < least) {
      String samplesNeeded =
          String.format(Locale.ROOT, "at least %d sample%s", least, least == 1 ? "" : "s");
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

  /** {@return the first samples in an order, as many as asked for} */
  static float[] take(float[] samples, int dimensions, int[] order, int count) {
    float[] taken = new float[count * dimensions];
    for (int i = 0; i < count; i++) {
      System.arraycopy(samples, order[i] * dimensions, taken, i * dimensions, dimensions);
    }
    return taken;
  }

  /** {@return a_i · b_j, summed in four parts that a processor adds at the same time} */
  static double dot(float[] a, int i, float[] b, int j, int dimensions) {
    int atA = i * dimensions;
    int atB = j * dimensions;
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int axis = 0;
    for (; axis + 3 < dimensions; axis += 4) {
      sum0 += (double) a[atA + axis] * b[atB + axis];
      sum1 += (double) a[atA + axis + 1] * b[atB + axis + 1];
      sum2 += (double) a[atA + axis + 2] * b[atB + axis + 2];
      sum3 += (double) a[atA + axis + 3] * b[atB + axis + 3];
    }
    for (; axis < dimensions; axis++) {
      sum0 += (double) a[atA + axis] * b[atB + axis];
    }
    return sum0 + sum1 + sum2 + sum3;
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
