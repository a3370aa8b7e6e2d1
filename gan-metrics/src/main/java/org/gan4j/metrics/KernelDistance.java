package org.gan4j.metrics;

import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.gan4j.core.Expect;
import org.gan4j.core.random.RngStream;

/**
 * The kernel distance between two sets of features: the unbiased estimate of MMD² with the cubic
 * polynomial kernel (x·y/d + 1)³, as a mean over random subsets. With Inception's features this is
 * the KID; on any other features it is a different number, and the two must not be compared.
 *
 * @param squared the mean of MMD² over the subsets; may be negative if the distributions are close
 * @param standardError the standard deviation over the subsets, divided by the root of their
 *     number. Subsets of one set overlap, so it covers the choice of subsets, and that of the set
 *     only in part
 * @paper Bińkowski et al. 2018, arXiv:1801.01401, Section 4
 */
public record KernelDistance(double squared, double standardError) {
  /** The usual number of subsets. */
  public static final int SUBSETS = 100;

  /** The usual number of samples in a subset. */
  public static final int SUBSET_SIZE = 1000;

  /**
   * Compares two sets in {@link #SUBSETS} pairs of subsets of {@link #SUBSET_SIZE}, each drawn
   * without replacement.
   *
   * @shape a [n, d], b [m, d], row-major
   * @param a features of one set, at least 1 000 samples
   * @param b features of the other, at least 1 000 samples; their number may differ
   * @param dimensions d
   * @param subsets the source of the subsets
   * @return the distance
   * @throws IllegalArgumentException if there are too few samples, the last one is incomplete, or
   *     one is not finite
   */
  public static KernelDistance between(float[] a, float[] b, int dimensions, RngStream subsets) {
    return between(a, b, dimensions, SUBSETS, SUBSET_SIZE, subsets);
  }

  /**
   * Compares two sets in pairs of subsets. The cost is O(subsets · size² · d).
   *
   * @shape a [n, d], b [m, d], row-major
   * @param a features of one set, at least {@code size} samples
   * @param b features of the other, at least {@code size} samples
   * @param dimensions d
   * @param count the number of pairs of subsets, at least 2
   * @param size the number of samples in a subset, at least 2
   * @param subsets the source of the subsets
   * @return the distance
   * @throws IllegalArgumentException if there are too few subsets or samples, the last sample is
   *     incomplete, or one is not finite
   */
  public static KernelDistance between(
      float[] a, float[] b, int dimensions, int count, int size, RngStream subsets) {
    Expect.count("KernelDistance", "subsets", count, 2);
    Expect.count("KernelDistance", "samples in a subset", size, 2);
    int n = SampleSets.rows("KernelDistance.a", a, dimensions, size);
    int m = SampleSets.rows("KernelDistance.b", b, dimensions, size);
    SummaryStatistics distances = new SummaryStatistics();
    for (int i = 0; i < count; i++) {
      float[] ofA = SampleSets.take(a, dimensions, subsets.permutation(n, 2L * i), size);
      float[] ofB = SampleSets.take(b, dimensions, subsets.permutation(m, 2L * i + 1), size);
      distances.addValue(Mmd.squared(ofA, size, ofB, size, cubic(dimensions)));
    }
    return new KernelDistance(
        distances.getMean(), distances.getStandardDeviation() / Math.sqrt(count));
  }

  private static Mmd.Kernel cubic(int dimensions) {
    return (a, i, b, j) -> {
      double value = SampleSets.dot(a, i, b, j, dimensions) / dimensions + 1;
      return value * value * value;
    };
  }
}
