package org.gan4j.speed.workload;

/** Whether the factors of a product are transposed: N or T, left then right. */
public enum GemmLayout {
  /** Plain factors, as in input gradients. */
  NN(false, false),
  /** A transposed right factor, as in forward passes. */
  NT(false, true),
  /** A transposed left factor, as in weight gradients. */
  TN(true, false),
  /** Both transposed. */
  TT(true, true);

  private final boolean left;
  private final boolean right;

  GemmLayout(boolean left, boolean right) {
    this.left = left;
    this.right = right;
  }

  boolean left() {
    return left;
  }

  boolean right() {
    return right;
  }
}
