package org.gan4j.losses.divergence;

/** Pieces of log-densities that the obvious formula overflows or cancels in. */
final class LogDensities {
  private LogDensities() {}

  /** log(exp(a) + exp(b)). */
  static double logSum(double a, double b) {
    double greater = Math.max(a, b);
    return greater == Double.NEGATIVE_INFINITY
        ? greater
        : greater + Math.log1p(Math.exp(Math.min(a, b) - greater));
  }

  /** log(1 + exp(x)). */
  static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** log Γ(k) − ((k − ½) log k − k + ½ log 2π), by Stirling's series; k ≥ 16. */
  static double stirlingError(double k) {
    double square = 1 / (k * k);
    return (1.0 / 12
            - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188))))
        / k;
  }
}
