package org.gan4j.core.backend.cpu;

import java.util.Arrays;
import org.gan4j.core.DType;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.BinaryOp;

/** Kernels over the rows and columns of a matrix [rows, columns]. */
final class RowKernels {
  private static final int CHUNK = 16 * Scratch.TILE;

  private final Workers workers;
  private final Scratch[] scratch;

  RowKernels(Workers workers, Scratch[] scratch) {
    this.workers = workers;
    this.scratch = scratch;
  }

  /** Work on some rows. */
  @FunctionalInterface
  private interface RowRange {
    void run(Scratch s, int fromRow, int toRow, int chunk);
  }

  /** Work on one tile. */
  @FunctionalInterface
  interface Tile {
    /**
     * Works on a tile.
     *
     * @param s the worker's scratch memory
     * @param start index of its first element in the matrix
     * @param length its number of elements
     * @param firstColumn the column of its first element, 0 if it holds whole rows
     * @param chunk the chunk of rows that it lies in, for partial sums
     */
    void run(Scratch s, int start, int length, int firstColumn, int chunk);
  }

  private static int rowsPerChunk(int columns) {
    return Math.max(1, CHUNK / Math.max(1, columns));
  }

  private static int chunks(int rows, int columns) {
    int each = rowsPerChunk(columns);
    return (rows + each - 1) / each;
  }

  private void chunked(int rows, int columns, RowRange work) {
    int each = rowsPerChunk(columns);
    workers.run(
        chunks(rows, columns),
        (chunk, worker) ->
            work.run(scratch[worker], chunk * each, Math.min(rows, (chunk + 1) * each), chunk));
  }

  /** Visits all tiles of a matrix, those of a chunk one after the other on one worker. */
  void tiled(int rows, int columns, Tile work) {
    chunked(
        rows,
        columns,
        (s, from, to, chunk) ->
            RowTiles.forEach(
                columns,
                from,
                to,
                (start, length, column) -> work.run(s, start, length, column, chunk)));
  }

  /** A part of a row in a tile. */
  @FunctionalInterface
  private interface RowPart {
    void run(int row, int from, int to);
  }

  /** Visits the rows in a tile, or the one row that it is a piece of. */
  private static void eachRow(int start, int length, int column, int columns, RowPart work) {
    int part = Math.min(length, columns - column);
    for (int from = 0; from < length; from += part) {
      work.run((start + from) / columns, from, from + part);
    }
  }

  /** y ← x + row. */
  void addRow(Mem x, Mem row, Mem y, int rows, int columns) {
    BiasActivation add = new BiasActivation(row, Activation.IDENTITY, x, y, columns);
    chunked(rows, columns, (s, from, to, chunk) -> add.apply(s, from, to, 0, columns));
  }

  /** y ← op(x, row), or op(row, x) if {@code rowFirst}, on every row of x. */
  void binary(BinaryOp op, Mem x, Mem row, boolean rowFirst, Mem y, int size, int columns) {
    ColumnPattern pattern = ColumnPattern.of(row, 0, columns);
    int own = rowFirst ? 1 : 0;
    tiled(
        size / Math.max(1, columns),
        columns,
        (s, start, length, column, chunk) -> {
          switch (y.dtype()) {
            case FLOAT32 -> {
              s.load(own, x, start, length);
              System.arraycopy(pattern.floats(column), 0, s.floats(1 - own), 0, length);
              FloatMath.binary(op, s.floats(0), s.floats(1), length);
              Scratch.store(s.floats(0), y, start, length);
            }
            case FLOAT64 -> {
              s.widen(own, x, start, length);
              System.arraycopy(pattern.doubles(column), 0, s.doubles(1 - own), 0, length);
              DoubleMath.binary(op, s.doubles(0), s.doubles(1), length);
              s.narrow(0, y, start, length);
            }
          }
        });
  }

  /** δ ← g ⊙ activation′(y), and sums ← column sums of δ. */
  void backward(Activation activation, Mem y, Mem g, Mem delta, Mem sums, int rows, int columns) {
    ColumnAccumulators accumulators = accumulators(y.dtype(), rows, columns);
    tiled(
        rows,
        columns,
        (s, start, length, column, chunk) -> {
          switch (y.dtype()) {
            case FLOAT32 -> {
              float[] yt = s.load(0, y, start, length);
              FloatMath.backward(activation, yt, s.load(1, g, start, length), yt, length, s);
              Scratch.store(yt, delta, start, length);
              accumulators.add(chunk, column, yt, length);
            }
            case FLOAT64 -> {
              double[] yt = s.widen(0, y, start, length);
              DoubleMath.backward(activation, yt, s.widen(1, g, start, length), yt, length);
              s.narrow(0, delta, start, length);
              accumulators.add(chunk, column, yt, length);
            }
          }
        });
    sums.write(accumulators.total());
  }

  /** Partial column sums for the chunks of such a matrix. */
  ColumnAccumulators accumulators(DType dtype, int rows, int columns) {
    return new ColumnAccumulators(dtype, chunks(rows, columns), columns);
  }

  /** Returns the sum of each column. */
  double[] columnTotals(Mem x, int rows, int columns) {
    ColumnAccumulators accumulators = accumulators(x.dtype(), rows, columns);
    tiled(
        rows,
        columns,
        (s, start, length, column, chunk) -> {
          switch (x.dtype()) {
            case FLOAT32 -> accumulators.add(chunk, column, s.load(0, x, start, length), length);
            case FLOAT64 -> accumulators.add(chunk, column, s.widen(0, x, start, length), length);
          }
        });
    return accumulators.total();
  }

  /** out[r] ← Σ over the row of x, or of x ⊙ y if y is given. */
  void rowSums(Mem x, Mem y, Mem out, int rows, int columns) {
    double[] sums = new double[rows];
    tiled(
        rows,
        columns,
        (s, start, length, column, chunk) -> {
          double[] t = s.widen(0, x, start, length);
          if (y != null) {
            DoubleMath.binary(BinaryOp.MULTIPLY, t, s.widen(1, y, start, length), length);
          }
          eachRow(
              start,
              length,
              column,
              columns,
              (row, from, to) -> {
                double sum = sums[row];
                for (int i = from; i < to; i++) {
                  sum += t[i];
                }
                sums[row] = sum;
              });
        });
    out.write(sums);
  }

  /** out[r] ← the largest element of the row of x, NaN if there is one, −∞ if the row is empty. */
  void rowMax(Mem x, Mem out, int rows, int columns) {
    double[] maxima = new double[rows];
    Arrays.fill(maxima, Double.NEGATIVE_INFINITY);
    tiled(
        rows,
        columns,
        (s, start, length, column, chunk) -> {
          double[] t = s.widen(0, x, start, length);
          eachRow(
              start,
              length,
              column,
              columns,
              (row, from, to) -> {
                double max = maxima[row];
                for (int i = from; i < to; i++) {
                  max = Math.max(max, t[i]);
                }
                maxima[row] = max;
              });
        });
    out.write(maxima);
  }

  /** y ← each row of x times its factor. */
  void scale(Mem x, double[] factors, Mem y, int rows, int columns) {
    tiled(
        rows,
        columns,
        (s, start, length, column, chunk) -> {
          switch (y.dtype()) {
            case FLOAT32 -> {
              float[] t = s.load(0, x, start, length);
              eachRow(
                  start,
                  length,
                  column,
                  columns,
                  (row, from, to) -> FloatMath.scale(t, from, to, (float) factors[row]));
              Scratch.store(t, y, start, length);
            }
            case FLOAT64 -> {
              double[] t = s.widen(0, x, start, length);
              eachRow(
                  start,
                  length,
                  column,
                  columns,
                  (row, from, to) -> DoubleMath.scale(t, from, to, factors[row]));
              s.narrow(0, y, start, length);
            }
          }
        });
  }

  /** y[r, c] ← values[r] if {@code alongRows}, else values[c]. */
  void repeat(double[] values, boolean alongRows, Mem y, int rows, int columns) {
    tiled(
        rows,
        columns,
        (s, start, length, column, chunk) -> {
          double[] t = s.doubles(0);
          eachRow(
              start,
              length,
              column,
              columns,
              (row, from, to) -> {
                if (alongRows) {
                  Arrays.fill(t, from, to, values[row]);
                } else {
                  System.arraycopy(values, column, t, from, to - from);
                }
              });
          s.narrow(0, y, start, length);
        });
  }
}
