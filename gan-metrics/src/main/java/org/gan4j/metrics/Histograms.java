package org.gan4j.metrics;

import java.util.Arrays;

/** Divergences of two histograms over the same cells, in nats; 0 log 0 = 0. */
public final class Histograms {
  private Histograms() {}

  /**
   * Returns KL(p ‖ q) = Σ pᵢ log(pᵢ/qᵢ) of the normalised histograms.
   *
   * @shape p [k], q [k]
   * @param p counts or weights, none below 0, sum above 0
   * @param q the same
   * @return at least 0 up to rounding; +∞ if q is 0 where p is not
   * @throws IllegalArgumentException if these are no two histograms over the same cells
   */
  public static double kl(double[] p, double[] q) {
    double[] pn = normalised(p, q);
    double[] qn = normalised(q, p);
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += term(pn[i], qn[i]);
    }
    return sum;
  }

  /**
   * Returns the Jensen-Shannon divergence ½ KL(p ‖ m) + ½ KL(q ‖ m), m = (p + q)/2.
   *
   * @shape p [k], q [k]
   * @param p counts or weights, none below 0, sum above 0
   * @param q the same
   * @return in [0, log 2] up to rounding
   * @throws IllegalArgumentException if these are no two histograms over the same cells
   */
  public static double jsd(double[] p, double[] q) {
    double[] pn = normalised(p, q);
    double[] qn = normalised(q, p);
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += (toMiddle(pn[i], qn[i]) + toMiddle(qn[i], pn[i])) / 2;
    }
    return sum;
  }

  private static double term(double p, double q) {
    return p == 0 ? 0 : p * Math.log(p / q);
  }

  /** p log(p/m): half the least double would be 0, and so m is not formed. */
  private static double toMiddle(double p, double q) {
    return p == 0 ? 0 : p * Math.log(2 * p / (p + q));
  }

  private static double[] normalised(double[] weights, double[] other) {
    double sum = Arrays.stream(weights).sum();
    boolean sound =
        Arrays.stream(weights).allMatch(w -> w >= 0) && sum > 0 && sum < Double.POSITIVE_INFINITY;
    if (!sound || weights.length != other.length) {
      throw new IllegalArgumentException(
          "Histograms: expected two of equal length, no weight below 0 and a finite sum above 0, got lengths %d and %d, a sum of %s"
              .formatted(weights.length, other.length, sum));
    }
    return Arrays.stream(weights).map(w -> w / sum).toArray();
  }
}
