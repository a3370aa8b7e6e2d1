package org.gan4j.cuda;

import org.gan4j.core.DType;

/**
 * c ← op(a) · op(b), or c + op(a) · op(b), of row-major matrices.
 *
 * @param dtype the element type
 * @param rows of the result
 * @param columns of the result
 * @param inner the extent that is summed over
 * @param left the left factor
 * @param right the right factor
 * @param add whether to add to what c holds
 * @param result where c is; its rows follow each other
 */
record MatrixProduct(
    DType dtype,
    int rows,
    int columns,
    int inner,
    Factor left,
    Factor right,
    boolean add,
    long result) {

  /**
   * A factor whose rows follow each other.
   *
   * @param address where it is
   * @param columns elements of a row, as it is stored
   * @param transposed whether its transpose is meant
   */
  record Factor(long address, int columns, boolean transposed) {}
}
