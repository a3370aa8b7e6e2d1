package org.gan4j.metrics;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.core.Expect;
import org.gan4j.data.distribution.MultiModal;

/**
 * Which modes of a mixture the samples reach. A sample is of high quality if it is within 3
 * standard deviations of the nearest mode's centre; a mode is covered if it has at least one such
 * sample. In two dimensions, 1 − e^−4.5 = 98.889 % of the samples of the true distribution are of
 * high quality.
 *
 * @param counts how many high-quality samples each mode has
 * @param samples how many samples there were in total
 * @paper Srivastava et al. 2017, arXiv:1705.07761, section 4.1; Lin et al. 2018, arXiv:1712.04086,
 *     section 4.1
 */
public record ModeCoverage(List<Integer> counts, int samples) {
  private static final double SDS = 3;

  /**
   * Checks the counts.
   *
   * @param counts how many high-quality samples each mode has, at least one mode
   * @param samples at least 1, and at least the sum of the counts
   */
  public ModeCoverage {
    counts = List.copyOf(counts);
    int sum = counts.stream().mapToInt(Integer::intValue).sum();
    boolean negative = counts.stream().anyMatch(count -> count < 0);
    if (counts.isEmpty() || negative || samples < Math.max(1, sum)) {
      throw Expect.failure(
          "ModeCoverage",
          "counts >= 0 of at least one mode, whose sum is at most the number of samples",
          counts + " of " + samples);
    }
  }

  /**
   * Counts samples.
   *
   * @shape points [n, d]
   * @param points samples in the mixture's dimensions, row-major
   * @param mixture the true distribution
   * @return the coverage
   * @throws IllegalArgumentException if there is no sample, the last one is incomplete, or one is
   *     not finite
   */
  public static ModeCoverage of(float[] points, MultiModal mixture) {
    double[][] centres = mixture.centres();
    int dimensions = centres[0].length;
    int rows = SampleSets.rows("ModeCoverage.of", points, dimensions, 1);
    double reach = SDS * mixture.sd();
    int[] counts = new int[centres.length];
    for (int row = 0; row < rows; row++) {
      int nearest = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int mode = 0; mode < centres.length; mode++) {
        double distance = squaredDistance(points, row, centres[mode]);
        if (distance < least) {
          least = distance;
          nearest = mode;
        }
      }
      if (least <= reach * reach) {
        counts[nearest]++;
      }
    }
    return new ModeCoverage(IntStream.of(counts).boxed().collect(Collectors.toList()), rows);
  }

  /**
   * Counts samples whose class is their mode, as for stacked digits; every sample is of high
   * quality.
   *
   * @shape labels [n]
   * @param labels each sample's class, at least one sample
   * @param classes how many classes there are
   * @return the coverage
   * @throws IllegalArgumentException if there is no sample, or a class is out of range
   */
  public static ModeCoverage ofClasses(int[] labels, int classes) {
    Integer[] counts = new Integer[classes];
    Arrays.fill(counts, 0);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw Expect.failure(
            "ModeCoverage.ofClasses",
            "classes from 0 to " + (classes - 1),
            labels[i] + " at index " + i);
      }
      counts[labels[i]]++;
    }
    return new ModeCoverage(List.of(counts), labels.length);
  }

  private static double squaredDistance(float[] points, int row, double[] centre) {
    double sum = 0;
    for (int axis = 0; axis < centre.length; axis++) {
      double difference = points[row * centre.length + axis] - centre[axis];
      sum += difference * difference;
    }
    return sum;
  }

  /** {@return how many modes have a high-quality sample} */
  public int modes() {
    return counts.size() - Collections.frequency(counts, 0);
  }

  /** {@return the fraction of samples that are of high quality, in [0, 1]} */
  public double highQuality() {
    return (double) good() / samples;
  }

  /**
   * Returns the divergence KL(q ‖ uniform) = log K − H(q), where q is the histogram of high-quality
   * samples over the K modes.
   *
   * @return the divergence in nats, in [0, log K]; empty if no sample is of high quality
   */
  public OptionalDouble reverseKl() {
    int good = good();
    if (good == 0) {
      return OptionalDouble.empty();
    }
    double[] histogram = counts.stream().mapToDouble(Integer::doubleValue).toArray();
    double[] uniform = new double[histogram.length];
    Arrays.fill(uniform, 1);
    return OptionalDouble.of(Histograms.kl(histogram, uniform));
  }

  private int good() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }
}
