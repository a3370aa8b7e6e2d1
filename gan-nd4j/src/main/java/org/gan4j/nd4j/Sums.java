package org.gan4j.nd4j;

import org.gan4j.core.DType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sums in doubles, rounded once. ND4J adds floats one after another, so a sum of ones stops growing
 * at 2²⁴.
 */
final class Sums {
  private final Ops ops;
  private final Pool pool;

  Sums(Ops ops, Pool pool) {
    this.ops = ops;
    this.pool = pool;
  }

  /** Sums this many elements into one. */
  void all(Nd4jArray x, long size, Nd4jArray out) {
    if (size == 0) {
      ops.fill(0, out.flat());
      return;
    }
    long mark = pool.mark();
    Nd4jArray total = pool.allocate(DType.FLOAT64, 1);
    ops.sum(wide(x, size).flat(), total.flat());
    ops.copy(total.flat(), out.flat());
    pool.release(mark);
  }

  /** Sums a matrix along a dimension: 0 for the sum of each column, 1 for that of each row. */
  void along(int dimension, Nd4jArray x, long rows, long columns, Nd4jArray out) {
    if (rows == 0 || columns == 0) {
      ops.fill(0, out.flat());
      return;
    }
    long mark = pool.mark();
    reduce(dimension, wide(x, rows * columns).matrix(rows, columns), out);
    pool.release(mark);
  }

  private void reduce(int dimension, INDArray matrix, Nd4jArray out) {
    Nd4jArray totals = pool.allocate(DType.FLOAT64, matrix.size(1 - dimension));
    ops.sum(matrix, totals.flat(), dimension);
    if (matrix.size(dimension) == 1) {
      ops.shift(totals.flat(), 0, totals.flat()); // ND4J copies a single summand, even if it is −0
    }
    ops.copy(totals.flat(), out.flat());
  }

  /** Sums x · y along each row. */
  void rowDots(Nd4jArray x, Nd4jArray y, long rows, long columns, Nd4jArray out) {
    if (rows == 0 || columns == 0) {
      ops.fill(0, out.flat());
      return;
    }
    long mark = pool.mark();
    Nd4jArray products = products(x, y, rows * columns);
    reduce(1, products.matrix(rows, columns), out);
    pool.release(mark);
  }

  /** Sums the squares of this many elements into one element of FLOAT64. */
  void squares(Nd4jArray x, long size, Nd4jArray out) {
    if (size == 0) {
      ops.fill(0, out.flat());
      return;
    }
    long mark = pool.mark();
    ops.sum(products(x, x, size).flat(), out.flat());
    pool.release(mark);
  }

  private Nd4jArray products(Nd4jArray x, Nd4jArray y, long size) {
    Nd4jArray products = pool.allocate(DType.FLOAT64, size);
    Nd4jArray left = wide(x, size);
    ops.multiply(left.flat(), (x == y ? left : wide(y, size)).flat(), products.flat());
    return products;
  }

  private Nd4jArray wide(Nd4jArray x, long size) {
    return switch (x.dtype()) {
      case FLOAT32 -> {
        Nd4jArray wide = pool.allocate(DType.FLOAT64, size);
        ops.copy(x.flat(), wide.flat());
        yield wide;
      }
      case FLOAT64 -> x;
    };
  }
}
