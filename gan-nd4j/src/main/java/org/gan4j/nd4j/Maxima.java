package org.gan4j.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.conditions.Conditions;

/** Row maxima that propagate NaN, which ND4J's own ignore. */
final class Maxima {
  private final Ops ops;
  private final Pool pool;

  Maxima(Ops ops, Pool pool) {
    this.ops = ops;
    this.pool = pool;
  }

  /** The largest element of each row: NaN if the row has one, −∞ if it has no elements. */
  void ofRows(Nd4jArray x, long rows, long columns, Nd4jArray out) {
    if (rows == 0 || columns == 0) {
      ops.fill(Double.NEGATIVE_INFINITY, out.flat());
      return;
    }
    long mark = pool.mark();
    Nd4jArray marks = pool.allocate(x.dtype(), rows * columns);
    Nd4jArray found = pool.allocate(x.dtype(), rows);
    onlyNaN(x.flat(), marks.flat());
    ops.sum(marks.matrix(rows, columns), found.flat(), 1);
    ops.max(x.matrix(rows, columns), out.flat(), 1);
    ops.add(out.flat(), found.flat(), out.flat());
    pool.release(mark);
  }

  /** z ← NaN where x is, 0 elsewhere. */
  private void onlyNaN(INDArray x, INDArray z) {
    ops.copy(x, z);
    ops.replace(Conditions.greaterThanOrEqual(0), 0, z);
    ops.replace(Conditions.lessThan(0), 0, z);
  }
}
