package org.gan4j.core.backend.cpu;

import org.gan4j.core.DType;

/**
 * Batch norm of a matrix in three passes, and its gradients in two. Sums are taken as {@link
 * ColumnAccumulators} takes them.
 */
final class BatchNormKernels {
  private final RowKernels kernels;
  private final DType dtype;
  private final int rows;
  private final int columns;

  /** Kernels for matrices [rows, columns] of one type. */
  BatchNormKernels(RowKernels kernels, DType dtype, int rows, int columns) {
    this.kernels = kernels;
    this.dtype = dtype;
    this.rows = rows;
    this.columns = columns;
  }

  /** mean, variance ← those of the columns of x. */
  void moments(Mem x, Mem mean, Mem variance) {
    mean.write(means(kernels.columnTotals(x, rows, columns)));
    ColumnPattern centre = pattern(host(mean));
    ColumnAccumulators squares = kernels.accumulators(dtype, rows, columns);
    kernels.tiled(
        rows,
        columns,
        (s, start, length, column, chunk) -> {
          switch (dtype) {
            case FLOAT32 -> {
              float[] t = s.load(0, x, start, length);
              squares(t, centre.floats(column), length);
              squares.add(chunk, column, t, length);
            }
            case FLOAT64 -> {
              double[] t = s.widen(0, x, start, length);
              squares(t, centre.doubles(column), length);
              squares.add(chunk, column, t, length);
            }
          }
        });
    variance.write(means(squares.total()));
  }

  /** y ← (x − mean) ⊙ scales + bias. */
  void normalise(Mem x, Mem mean, double[] scales, double[] bias, Mem y) {
    ColumnPattern centre = pattern(host(mean));
    ColumnPattern scale = pattern(scales);
    ColumnPattern shift = pattern(bias);
    kernels.tiled(
        rows,
        columns,
        (s, start, length, column, chunk) -> {
          switch (dtype) {
            case FLOAT32 -> {
              float[] t = s.load(0, x, start, length);
              normalise(
                  t, centre.floats(column), scale.floats(column), shift.floats(column), length);
              Scratch.store(t, y, start, length);
            }
            case FLOAT64 -> {
              double[] t = s.widen(0, x, start, length);
              normalise(
                  t, centre.doubles(column), scale.doubles(column), shift.doubles(column), length);
              s.narrow(0, y, start, length);
            }
          }
        });
  }

  /**
   * Returns the gradients of the bias, Σ g, and of the weight, Σ g ⊙ (x − mean) ⊙ factors, in this
   * order.
   */
  double[][] parameterGradients(Mem x, Mem upstream, double[] factors, Mem mean) {
    ColumnPattern centre = pattern(host(mean));
    ColumnAccumulators sums = kernels.accumulators(dtype, rows, columns);
    ColumnAccumulators dots = kernels.accumulators(dtype, rows, columns);
    kernels.tiled(
        rows,
        columns,
        (s, start, length, column, chunk) -> {
          switch (dtype) {
            case FLOAT32 -> {
              float[] g = s.load(0, upstream, start, length);
              sums.add(chunk, column, g, length);
              float[] t = s.load(1, x, start, length);
              products(t, centre.floats(column), g, length);
              dots.add(chunk, column, t, length);
            }
            case FLOAT64 -> {
              double[] g = s.widen(0, upstream, start, length);
              sums.add(chunk, column, g, length);
              double[] t = s.widen(1, x, start, length);
              products(t, centre.doubles(column), g, length);
              dots.add(chunk, column, t, length);
            }
          }
        });
    return new double[][] {sums.total(), products(dots.total(), factors)};
  }

  /**
   * dx ← scale ⊙ (g − mean(g) − x̂ ⊙ mean(g ⊙ x̂)), from the sums of {@code parameterGradients}.
   */
  void inputGradient(
      Mem x, Mem upstream, double[] scales, double[] factors, double[][] sums, Mem mean, Mem dx) {
    double[] shifts = new double[columns];
    double[] slopes = new double[columns];
    for (int c = 0; c < columns; c++) {
      shifts[c] = -scales[c] * sums[0][c] / rows;
      slopes[c] = -scales[c] * factors[c] * sums[1][c] / rows;
    }
    ColumnPattern centre = pattern(host(mean));
    ColumnPattern scale = pattern(scales);
    ColumnPattern slope = pattern(slopes);
    ColumnPattern shift = pattern(shifts);
    kernels.tiled(
        rows,
        columns,
        (s, start, length, column, chunk) -> {
          switch (dtype) {
            case FLOAT32 -> {
              float[] t = s.load(0, x, start, length);
              normalise(
                  t, centre.floats(column), slope.floats(column), shift.floats(column), length);
              addScaled(t, s.load(1, upstream, start, length), scale.floats(column), length);
              Scratch.store(t, dx, start, length);
            }
            case FLOAT64 -> {
              double[] t = s.widen(0, x, start, length);
              normalise(
                  t, centre.doubles(column), slope.doubles(column), shift.doubles(column), length);
              addScaled(t, s.widen(1, upstream, start, length), scale.doubles(column), length);
              s.narrow(0, dx, start, length);
            }
          }
        });
  }

  /** Returns 1/√(variance + ε). */
  double[] factors(Mem variance, double epsilon) {
    double[] factors = host(variance);
    for (int c = 0; c < columns; c++) {
      factors[c] = 1 / Math.sqrt(factors[c] + epsilon);
    }
    return factors;
  }

  /** Returns the products of two rows. */
  double[] products(double[] a, double[] b) {
    double[] products = new double[columns];
    for (int c = 0; c < columns; c++) {
      products[c] = a[c] * b[c];
    }
    return products;
  }

  private ColumnPattern pattern(double[] row) {
    return ColumnPattern.of(row, dtype);
  }

  private double[] host(Mem row) {
    double[] values = new double[columns];
    row.read(values);
    return values;
  }

  private double[] means(double[] totals) {
    for (int c = 0; c < columns; c++) {
      totals[c] /= rows;
    }
    return totals;
  }

  /** t ← (t − mean)². */
  private static void squares(float[] t, float[] mean, int n) {
    for (int i = 0; i < n; i++) {
      float centred = t[i] - mean[i];
      t[i] = centred * centred;
    }
  }

  /** t ← (t − mean) ⊙ g. */
  private static void products(float[] t, float[] mean, float[] g, int n) {
    for (int i = 0; i < n; i++) {
      t[i] = (t[i] - mean[i]) * g[i];
    }
  }

  /** t ← (t − mean) ⊙ scale + shift. */
  private static void normalise(float[] t, float[] mean, float[] scale, float[] shift, int n) {
    for (int i = 0; i < n; i++) {
      t[i] = (t[i] - mean[i]) * scale[i] + shift[i];
    }
  }

  /** t ← t + g ⊙ scale. */
  private static void addScaled(float[] t, float[] g, float[] scale, int n) {
    for (int i = 0; i < n; i++) {
      t[i] += g[i] * scale[i];
    }
  }

  /** t ← (t − mean)². */
  private static void squares(double[] t, double[] mean, int n) {
    for (int i = 0; i < n; i++) {
      double centred = t[i] - mean[i];
      t[i] = centred * centred;
    }
  }

  /** t ← (t − mean) ⊙ g. */
  private static void products(double[] t, double[] mean, double[] g, int n) {
    for (int i = 0; i < n; i++) {
      t[i] = (t[i] - mean[i]) * g[i];
    }
  }

  /** t ← (t − mean) ⊙ scale + shift. */
  private static void normalise(double[] t, double[] mean, double[] scale, double[] shift, int n) {
    for (int i = 0; i < n; i++) {
      t[i] = (t[i] - mean[i]) * scale[i] + shift[i];
    }
  }

  /** t ← t + g ⊙ scale. */
  private static void addScaled(double[] t, double[] g, double[] scale, int n) {
    for (int i = 0; i < n; i++) {
      t[i] += g[i] * scale[i];
    }
  }
}
