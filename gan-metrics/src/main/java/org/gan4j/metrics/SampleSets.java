package org.gan4j.metrics;

/** The checks and the distance that the metrics share. */
final class SampleSets {
  private SampleSets() {}

  /** {@return how many whole samples the array holds, at least the given number} */
  static int rows(String metric, float[] samples, int dimensions, int least) {
    if (dimensions < 1 || samples.length % dimensions != 0) {
      throw new IllegalArgumentException(
          "%s: expected whole samples of 1 or more dimensions, got %d values of dimension %d; pass [n, dimensions]"
              .formatted(metric, samples.length, dimensions));
    }
    int rows = samples.length / dimensions;
    if (rows < least) {
      throw new IllegalArgumentException(
          "%s: expected at least %d samples, got %d; draw more".formatted(metric, least, rows));
    }
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
