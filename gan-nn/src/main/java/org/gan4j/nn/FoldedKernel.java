package org.gan4j.nn;

import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Var;

/**
 * Kernels that do the work of two operations: a convolution next to a change of the map's size by 2
 * is one convolution of stride 2, whose kernel is larger by one row and column. Both take (k +
 * 1)²/4k² of the multiplications, 0.44 for k = 3.
 */
final class FoldedKernel {
  private FoldedKernel() {}

  /**
   * Folds an average pooling of 2 × 2 blocks into the convolution before it.
   *
   * @param weight of a convolution of stride 1, [out, kernel·kernel·in]
   * @param kernel its height and width
   * @return [out, (kernel + 1)·(kernel + 1)·in], for a convolution of stride 2
   */
  static Var pooled(Var weight, int kernel) {
    return boxed(weight, kernel).multiply(0.25);
  }

  /**
   * Folds nearest-neighbour upsampling by 2 into the convolution after it.
   *
   * @param weight of a convolution of stride 1, [out, kernel·kernel·in]
   * @param kernel its height and width
   * @param identity of the smaller extent of the weight
   * @return [in, (kernel + 1)·(kernel + 1)·out], for a transposed convolution of stride 2
   */
  static Var upsampled(Var weight, int kernel, Var identity) {
    return boxed(reversed(transposed(weight, identity), kernel * kernel), kernel);
  }

  /** No operation transposes, but products do; the smaller identity has no more elements than w. */
  private static Var transposed(Var w, Var identity) {
    return identity.shape().rows() == w.shape().rows()
        ? w.matmul(true, identity, false)
        : identity.matmul(false, w, true);
  }

  /** Columns [area·in, out] as the adjoint's kernel, [in, area·out], its elements reversed. */
  private static Var reversed(Var columns, int area) {
    int in = columns.shape().rows() / area;
    Var[] elements = new Var[area];
    for (int i = 0; i < area; i++) {
      elements[area - 1 - i] = columns.rows(i * in, (i + 1) * in);
    }
    return Var.concatColumns(elements);
  }

  /** The full convolution of a kernel with 2 × 2 ones. */
  private static Var boxed(Var weight, int kernel) {
    int rows = weight.shape().rows();
    int channels = weight.shape().columns() / (kernel * kernel);
    Var lines = weight.reshape(Shape.of(rows * kernel, kernel * channels));
    Var wide = plusShifted(lines, channels);
    int line = (kernel + 1) * channels;
    return plusShifted(wide.reshape(Shape.of(rows, kernel * line)), line);
  }

  /** Rows and the same rows moved right by a number of columns, added. */
  private static Var plusShifted(Var x, int columns) {
    Shape margin = Shape.of(x.shape().rows(), columns);
    Var zeros = x.tape().zeros(margin, x.value().dtype());
    return Var.concatColumns(x, zeros).add(Var.concatColumns(zeros, x));
  }
}
