package org.gan4j.metrics;

import java.util.Arrays;
import org.gan4j.core.Expect;

/** Divergences of two histograms over the same cells, in nats; 0 log 0 = 0. */
public final class Histograms {
  private Histograms() {}

  /**
   * Returns KL(p ‖ q) = Σ pᵢ log(pᵢ/qᵢ) of the normalised histograms.
   *
   * @shape p [k], q [k]
   * @param p counts or weights, finite and at least 0, not all 0
   * @param q likewise
   * @return the divergence, at least 0 up to rounding; +∞ if q is 0 where p is not
   * @throws IllegalArgumentException if a weight is negative or not finite, all are 0, or the
   *     lengths differ
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
   * @param p counts or weights, finite and at least 0, not all 0
   * @param q likewise
   * @return the divergence, in [0, log 2] up to rounding
   * @throws IllegalArgumentException if a weight is negative or not finite, all are 0, or the
   *     lengths differ
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

  /** p log(p/m), without computing m, which would be 0 for half the smallest double. */
  private static double toMiddle(double p, double q) {
    return p == 0 ? 0 : p * Math.log(2 * p / (p + q));
  }

  private static double[] normalised(double[] weights, double[] other) {
    if (weights.length != other.length) {
      throw Expect.failure(
          "Histograms",
          "two histograms over the same cells",
          "lengths %d and %d".formatted(weights.length, other.length));
    }
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] >= 0 && Double.isFinite(weights[i]))) {
        throw Expect.failure("Histograms", "finite weights >= 0", weights[i] + " in cell " + i);
      }
    }
    double sum = Arrays.stream(weights).sum();
    Expect.positive("Histograms", "a finite sum of the weights", sum);
    return Arrays.stream(weights).map(w -> w / sum).toArray();
  }
}
