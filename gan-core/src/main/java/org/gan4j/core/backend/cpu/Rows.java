package org.gan4j.core.backend.cpu;

import org.gan4j.core.DType;
import org.gan4j.core.backend.Activation;

/** Passes that know rows and columns of a matrix [rows, columns]. */
final class Rows {
  private static final int CHUNK = 16 * Scratch.TILE;

  private final Workers workers;
  private final Scratch[] scratch;

  Rows(Workers workers, Scratch[] scratch) {
    this.workers = workers;
    this.scratch = scratch;
  }

  /** Work on some rows. */
  @FunctionalInterface
  private interface RowRange {
    void run(Scratch s, int fromRow, int toRow, int chunk);
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

  /** y ← x + row. */
  void addRow(Mem x, Mem row, Mem y, int rows, int columns) {
    BiasActivation add = new BiasActivation(row, Activation.IDENTITY, x, y, columns);
    chunked(rows, columns, (s, from, to, chunk) -> add.apply(s, from, to, 0, columns));
  }

  /** δ ← g ⊙ activation′(y); if sums is given, sums ← column sums of δ. */
  void backward(Activation activation, Mem y, Mem g, Mem delta, Mem sums, int rows, int columns) {
    boolean floats = y.dtype() == DType.FLOAT32;
    ColumnAccumulators accumulators =
        sums == null ? null : new ColumnAccumulators(floats, chunks(rows, columns), columns);
    chunked(
        rows,
        columns,
        (s, from, to, chunk) ->
            RowTiles.forEach(
                columns,
                from,
                to,
                (start, length, column) -> {
                  if (floats) {
                    float[] yt = s.load(0, y, start, length);
                    float[] gt = s.load(1, g, start, length);
                    FloatMath.backward(activation, yt, gt, yt, length);
                    Scratch.store(yt, delta, start, length);
                    if (accumulators != null) {
                      accumulators.add(chunk, column, yt, length);
                    }
                  } else {
                    double[] yt = s.widen(0, y, start, length);
                    double[] gt = s.widen(1, g, start, length);
                    DoubleMath.derivative(activation, yt, yt, length);
                    for (int i = 0; i < length; i++) {
                      yt[i] *= gt[i];
                    }
                    s.narrow(0, delta, start, length);
                    if (accumulators != null) {
                      accumulators.add(chunk, column, yt, length);
                    }
                  }
                }));
    if (sums != null) {
      sums.write(accumulators.total());
    }
  }

  void columnSums(Mem x, Mem sums, int rows, int columns) {
    ColumnAccumulators accumulators =
        new ColumnAccumulators(x.dtype() == DType.FLOAT32, chunks(rows, columns), columns);
    chunked(
        rows,
        columns,
        (s, from, to, chunk) ->
            RowTiles.forEach(
                columns,
                from,
                to,
                (start, length, column) -> {
                  if (x.dtype() == DType.FLOAT32) {
                    accumulators.add(chunk, column, s.load(0, x, start, length), length);
                  } else {
                    accumulators.add(chunk, column, s.widen(0, x, start, length), length);
                  }
                }));
    sums.write(accumulators.total());
  }

  /** out[r] ← Σ over the row of x, or of x ⊙ y if y is given. */
  void rowSums(Mem x, Mem y, Mem out, int rows, int columns) {
    double[] sums = new double[rows];
    chunked(
        rows,
        columns,
        (s, from, to, chunk) ->
            RowTiles.forEach(
                columns,
                from,
                to,
                (start, length, column) -> {
                  double[] t = s.widen(0, x, start, length);
                  if (y != null) {
                    double[] other = s.widen(1, y, start, length);
                    for (int i = 0; i < length; i++) {
                      t[i] *= other[i];
                    }
                  }
                  for (int i = 0; i < length; i++) {
                    sums[(start + i) / columns] += t[i];
                  }
                }));
    out.write(sums);
  }

  /** y ← each row of x times its factor. */
  void scale(Mem x, double[] factors, Mem y, int rows, int columns) {
    chunked(
        rows,
        columns,
        (s, from, to, chunk) ->
            RowTiles.forEach(
                columns,
                from,
                to,
                (start, length, column) -> {
                  double[] t = s.widen(0, x, start, length);
                  for (int i = 0; i < length; i++) {
                    t[i] *= factors[(start + i) / columns];
                  }
                  s.narrow(0, y, start, length);
                }));
  }

  /** y[r, c] ← values[r] if {@code alongRows}, else values[c]. */
  void repeat(double[] values, boolean alongRows, Mem y, int rows, int columns) {
    chunked(
        rows,
        columns,
        (s, from, to, chunk) ->
            RowTiles.forEach(
                columns,
                from,
                to,
                (start, length, column) -> {
                  double[] t = s.doubles(0);
                  for (int i = 0; i < length; i++) {
                    t[i] = values[alongRows ? (start + i) / columns : (column + i) % columns];
                  }
                  s.narrow(0, y, start, length);
                }));
  }
}
