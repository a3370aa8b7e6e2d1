package org.gan4j.testkit;

import org.gan4j.core.DType;

/**
 * The tolerances that the contracts use, by name.
 *
 * <p>The oracle computes in double precision and rounds once. For FLOAT32 the whole tolerance is
 * therefore available to the tested backend; for FLOAT64 it covers the errors of both.
 */
public final class Tolerances {
  /** Good elementary functions on CPUs and GPUs are within 1 to 2 units; both sides may err. */
  private static final double ELEMENTARY_ULPS = 4;

  /** Twice the 6 units of a rational tanh in FLOAT32, so that kernels need not branch. */
  private static final double TANH_ULPS = 12;

  /**
   * ½ + ½ tanh(x/2) halves the tanh's relative accuracy up to x = −2, the sigmoid there is 0.12.
   */
  private static final double SIGMOID_ULPS = 24;

  private static final double SHORT_SUM = 8;

  private Tolerances() {}

  /**
   * Returns the tolerance for copies and exact sums: none.
   *
   * @param dtype element type
   * @return equality bit for bit, except that any NaN matches any other
   */
  public static Tolerance exact(DType dtype) {
    return new Tolerance(dtype, 0, 0);
  }

  /**
   * Returns the tolerance for one elementwise function of exact arguments, denormals included.
   *
   * @param dtype element type
   * @return 4 units in the last place
   */
  public static Tolerance elementwise(DType dtype) {
    return new Tolerance(dtype, ELEMENTARY_ULPS, 0);
  }

  /**
   * Returns the tolerance for a hyperbolic tangent, which fused kernels approximate.
   *
   * @param dtype element type
   * @return 12 units in the last place
   */
  public static Tolerance tanh(DType dtype) {
    return new Tolerance(dtype, TANH_ULPS, 0);
  }

  /**
   * Returns the tolerance for a sigmoid, which fused kernels approximate through the tangent.
   *
   * @param dtype element type
   * @return 24 units in the last place; in FLOAT32 about 2e-6, and relative in the tail too
   */
  public static Tolerance sigmoid(DType dtype) {
    return new Tolerance(dtype, SIGMOID_ULPS, 0);
  }

  /**
   * Returns the tolerance for an elementwise expression whose terms may cancel, such as scale · x +
   * shift or 1 − y²: each term is rounded at its own size.
   *
   * @param dtype element type
   * @return 4 units in the last place and 4 roundings of the magnitude
   */
  public static Tolerance cancelling(DType dtype) {
    return new Tolerance(dtype, ELEMENTARY_ULPS, ELEMENTARY_ULPS);
  }

  /**
   * Returns the tolerance for a sum of n terms in any order.
   *
   * <p>The worst case grows with n, but rounding errors of unrelated signs grow with √n (Higham and
   * Mary 2019, doi:10.1137/18M1226312); the worst case would hide a forgotten term.
   *
   * @param dtype element type
   * @param n how many terms
   * @return 8 + 2√n roundings of the sum of absolute values
   */
  public static Tolerance reduction(DType dtype, long n) {
    return new Tolerance(dtype, 1, SHORT_SUM + 2 * Math.sqrt((double) n));
  }

  /**
   * Returns the tolerance for a matrix product, each element a sum of k products.
   *
   * @param dtype element type
   * @param k the inner extent
   * @return that of a reduction of k terms, relative to |a| · |b|
   */
  public static Tolerance gemm(DType dtype, long k) {
    return reduction(dtype, k);
  }

  /**
   * Returns the tolerance for an activation of a matrix product; the derivatives of activations are
   * at most 1, so they do not increase the error of the product.
   *
   * @param dtype element type
   * @param k the inner extent
   * @return that of a product and of the least accurate activation
   */
  public static Tolerance dense(DType dtype, long k) {
    return new Tolerance(dtype, SIGMOID_ULPS, gemm(dtype, k).roundings());
  }
}
