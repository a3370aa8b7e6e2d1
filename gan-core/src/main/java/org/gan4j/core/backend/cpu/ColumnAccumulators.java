package org.gan4j.core.backend.cpu;

import org.gan4j.core.DType;

/**
 * Partial column sums, one accumulator per chunk. Tiles of whole rows are added position by
 * position, which vectorises for any number of columns; the positions of one column are folded
 * together at the end, in double precision and in a fixed order.
 */
final class ColumnAccumulators {
  private final int columns;
  private final float[][] floats;
  private final double[][] doubles;

  ColumnAccumulators(DType dtype, int chunks, int columns) {
    this.columns = columns;
    int length = RowTiles.accumulatorLength(columns);
    this.floats =
        switch (dtype) {
          case FLOAT32 -> new float[chunks][length];
          case FLOAT64 -> new float[0][];
        };
    this.doubles =
        switch (dtype) {
          case FLOAT32 -> new double[0][];
          case FLOAT64 -> new double[chunks][length];
        };
  }

  void add(int chunk, int firstColumn, float[] tile, int length) {
    FloatMath.add(floats[chunk], firstColumn, tile, 0, length);
  }

  void add(int chunk, int firstColumn, double[] tile, int length) {
    double[] sums = doubles[chunk];
    for (int i = 0; i < length; i++) {
      sums[firstColumn + i] += tile[i];
    }
  }

  double[] total() {
    double[] total = new double[columns];
    for (float[] chunk : floats) {
      for (int start = 0; start + columns <= chunk.length && columns > 0; start += columns) {
        for (int column = 0; column < columns; column++) {
          total[column] += chunk[start + column];
        }
      }
    }
    for (double[] chunk : doubles) {
      for (int start = 0; start + columns <= chunk.length && columns > 0; start += columns) {
        for (int column = 0; column < columns; column++) {
          total[column] += chunk[start + column];
        }
      }
    }
    return total;
  }
}
