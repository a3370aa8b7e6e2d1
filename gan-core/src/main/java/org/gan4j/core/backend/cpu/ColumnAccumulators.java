package org.gan4j.core.backend.cpu;

import org.gan4j.core.DType;

/**
 * Partial column sums, one accumulator per chunk. Tiles of whole rows are added position by
 * position, which vectorises for any number of columns. At the end the chunks are added pairwise in
 * the element type, which loses few digits, then the positions of one column in double precision;
 * both in a fixed order.
 */
final class ColumnAccumulators {
  private final int columns;
  private final int length;
  private final float[][] floats;
  private final double[][] doubles;

  ColumnAccumulators(DType dtype, int chunks, int columns) {
    this.columns = columns;
    this.length = RowTiles.accumulatorLength(columns);
    this.floats =
        switch (dtype) {
          case FLOAT32 -> new float[chunks][];
          case FLOAT64 -> new float[0][];
        };
    this.doubles =
        switch (dtype) {
          case FLOAT32 -> new double[0][];
          case FLOAT64 -> new double[chunks][];
        };
  }

  /** Adds a tile to a chunk, each of which is one worker's. */
  void add(int chunk, int firstColumn, float[] tile, int count) {
    if (floats[chunk] == null) {
      floats[chunk] = new float[length];
    }
    FloatMath.add(floats[chunk], firstColumn, tile, 0, count);
  }

  /** Adds a tile to a chunk, each of which is one worker's. */
  void add(int chunk, int firstColumn, double[] tile, int count) {
    if (doubles[chunk] == null) {
      doubles[chunk] = new double[length];
    }
    DoubleMath.add(doubles[chunk], firstColumn, tile, count);
  }

  /** Returns the sum of each column; to be called once, after every chunk has had a tile. */
  double[] total() {
    double[] total = new double[columns];
    addPairwise(floats.length, (c, d) -> FloatMath.add(floats[c], 0, floats[d], 0, length));
    addPairwise(doubles.length, (c, d) -> DoubleMath.add(doubles[c], 0, doubles[d], length));
    for (int start = 0; start + columns <= length && columns > 0; start += columns) {
      for (int column = 0; column < columns; column++) {
        total[column] += first(start + column);
      }
    }
    return total;
  }

  private double first(int position) {
    if (floats.length > 0) {
      return floats[0][position];
    }
    return doubles.length > 0 ? doubles[0][position] : 0;
  }

  /** Adds one chunk to another. */
  @FunctionalInterface
  private interface Addition {
    void run(int to, int from);
  }

  private static void addPairwise(int chunks, Addition addition) {
    for (int gap = 1; gap < chunks; gap *= 2) {
      for (int c = 0; c + gap < chunks; c += 2 * gap) {
        addition.run(c, c + gap);
      }
    }
  }
}
