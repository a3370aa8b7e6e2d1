package org.gan4j.study.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.TTest;
import org.gan4j.study.measure.Metric;

/**
 * The difference of a figure between two groups of trials, paired over seeds: a seed decides data
 * order and initial parameters, so its luck cancels in the difference.
 *
 * @param metric the figure
 * @param first the one group, in words
 * @param second the other group, in words
 * @param seeds the number of pairs
 * @param mean the mean of first − second
 * @param standardError the standard error of that mean; 0 if every seed gives the same difference
 * @param p the two-sided p-value of Student's t-test on the differences; 0 if all are equal and not
 *     0, 1 if all are 0
 * @param corrected the p-value after Holm's correction for all comparisons of this figure
 * @paper Holm 1979, Scandinavian Journal of Statistics 6, 65-70
 */
public record PairedDifference(
    Metric metric,
    String first,
    String second,
    int seeds,
    double mean,
    double standardError,
    double p,
    double corrected) {
  /** The largest corrected p-value of a significant difference. */
  public static final double LEVEL = 0.05;

  /**
   * Compares two groups.
   *
   * @param metric the figure
   * @param first the one group, in words
   * @param second the other group, in words
   * @param a the figures of the first group
   * @param b those of the second, with the same seeds in the same order
   * @return the difference, not corrected; there must be at least two seeds
   */
  static PairedDifference of(Metric metric, String first, String second, double[] a, double[] b) {
    double[] differences = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      differences[i] = a[i] - b[i];
    }
    double mean = StatUtils.mean(differences);
    double variance = StatUtils.variance(differences);
    double p = variance > 0 ? new TTest().pairedTTest(a, b) : mean == 0 ? 1 : 0;
    return new PairedDifference(
        metric, first, second, a.length, mean, Math.sqrt(variance / a.length), p, p);
  }

  /** {@return whether the difference is larger than its uncertainty explains} */
  public boolean isSignificant() {
    return corrected <= LEVEL;
  }

  private PairedDifference withCorrected(double value) {
    return new PairedDifference(metric, first, second, seeds, mean, standardError, p, value);
  }

  /**
   * Corrects the p-values of comparisons that belong together.
   *
   * @param family the comparisons
   * @return the same comparisons, corrected, in the same order
   */
  static List<PairedDifference> holm(List<PairedDifference> family) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < family.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> family.get(i).p));
    List<PairedDifference> corrected = new ArrayList<>(family);
    double least = 0;
    for (int rank = 0; rank < order.size(); rank++) {
      PairedDifference one = family.get(order.get(rank));
      least = Math.max(least, Math.min(1, one.p * (family.size() - rank)));
      corrected.set(order.get(rank), one.withCorrected(least));
    }
    return corrected;
  }
}
