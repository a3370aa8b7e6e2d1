package org.gan4j.metrics;

import java.util.Arrays;
import org.gan4j.core.Expect;

/** The maximum mean discrepancy with Gaussian kernels. */
public final class Mmd {
  private Mmd() {}

  /**
   * Returns the unbiased estimate of MMD² for the kernel exp(−‖x − y‖²/(2σ²)), averaged over the
   * bandwidths σ. The cost is O((n + m)²) kernel evaluations.
   *
   * @shape a [n, d], b [m, d]
   * @param a samples of one distribution, row-major, at least 2
   * @param b samples of another, at least 2; their number may differ
   * @param dimensions d
   * @param bandwidths each σ, above 0
   * @return the estimate, which may be negative if the distributions are close
   * @throws IllegalArgumentException if there are too few samples, one is not finite, or a
   *     bandwidth is not above 0
   * @paper Gretton et al. 2012, "A kernel two-sample test", JMLR 13, Eq. (3)
   */
  public static double squared(float[] a, float[] b, int dimensions, double... bandwidths) {
    int n = SampleSets.rows("Mmd.a", a, dimensions, 2);
    int m = SampleSets.rows("Mmd.b", b, dimensions, 2);
    Expect.that(
        bandwidths.length > 0 && Arrays.stream(bandwidths).allMatch(s -> s > 0),
        "Mmd.bandwidths",
        "bandwidths > 0",
        Arrays.toString(bandwidths));
    Kernel gaussians =
        (x, i, y, j) -> gaussians(SampleSets.squaredDistance(x, i, y, j, dimensions), bandwidths);
    return squared(a, n, b, m, gaussians);
  }

  /** A positive definite function of sample i of one array and sample j of another. */
  interface Kernel {
    double of(float[] a, int i, float[] b, int j);
  }

  /** {@return the unbiased estimate for any kernel} */
  static double squared(float[] a, int n, float[] b, int m, Kernel kernel) {
    return within(a, n, kernel) + within(b, m, kernel) - 2 * across(a, n, b, m, kernel);
  }

  private static double within(float[] a, int n, Kernel kernel) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        sum += kernel.of(a, i, a, j);
      }
    }
    return 2 * sum / ((double) n * (n - 1));
  }

  private static double across(float[] a, int n, float[] b, int m, Kernel kernel) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        sum += kernel.of(a, i, b, j);
      }
    }
    return sum / ((double) n * m);
  }

  private static double gaussians(double squaredDistance, double[] bandwidths) {
    double sum = 0;
    for (double sigma : bandwidths) {
      sum += Math.exp(-squaredDistance / (2 * sigma * sigma));
    }
    return sum / bandwidths.length;
  }
}
