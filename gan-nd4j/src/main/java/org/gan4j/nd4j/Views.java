package org.gan4j.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Arrays that show some elements of another at regular distances, in the same memory. */
final class Views {
  private Views() {}

  /**
   * Returns a view of rank 4.
   *
   * @param whole the memory, of rank 1
   * @param offset the first element shown
   * @param shape four extents
   * @param strides the distance between neighbours along each axis, in elements
   */
  static INDArray of(INDArray whole, long offset, long[] shape, long... strides) {
    return Nd4j.create(whole.data(), shape, strides, whole.offset() + offset, 'c');
  }

  /** Some columns of a row-major matrix. */
  static INDArray columns(INDArray whole, long rows, long columns, long from, long count) {
    return of(
        whole, from, new long[] {1, 1, rows, count}, rows * columns, rows * columns, columns, 1);
  }
}
