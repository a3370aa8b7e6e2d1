package org.gan4j.core.autograd;

import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/** The shift that keeps exponentials of a row in range. */
final class RowMaxima {
  private RowMaxima() {}

  /** The largest element of each row as a column, or 0 where that is not finite. */
  static Tensor of(Tensor matrix, Backend backend) {
    int rows = matrix.shape().rows();
    double[] values = matrix.toDoubles();
    int columns = rows == 0 ? 0 : values.length / rows;
    double[] maxima = new double[rows];
    for (int row = 0; row < rows; row++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = row * columns; i < (row + 1) * columns; i++) {
        largest = Math.max(largest, values[i]);
      }
      maxima[row] = Double.isFinite(largest) ? largest : 0;
    }
    return backend.tensor(Shape.of(rows, 1), matrix.dtype(), maxima);
  }
}
