package org.gan4j.losses.theory;

/** Functions of λ = log p/q that overflow only if their value does. */
public final class LogRatio {
  private LogRatio() {}

  /**
   * Returns p/(p + q).
   *
   * @param lambda log p/q
   * @return 1/(1 + e^−λ)
   */
  public static double sigmoid(double lambda) {
    return lambda >= 0 ? 1 / (1 + Math.exp(-lambda)) : Math.exp(-softplus(-lambda));
  }

  /**
   * Returns log(1 + p/q).
   *
   * @param lambda log p/q
   * @return log(1 + e^λ)
   */
  public static double softplus(double lambda) {
    return Math.max(lambda, 0) + Math.log1p(Math.exp(-Math.abs(lambda)));
  }

  /**
   * Returns log(e^a + e^b).
   *
   * @param a a logarithm, or negative infinity
   * @param b another
   * @return the logarithm of the sum
   */
  public static double logSum(double a, double b) {
    return a == b ? a + Math.log(2) : Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
  }
}
