package org.gan4j.core.backend.cpu;

import org.gan4j.core.DType;

/**
 * One number for each column, repeated to the length of a tile, so that tiles of short rows need
 * one loop.
 */
final class ColumnPattern {
  private final double[] doubles;
  private final float[] floats;

  /** Of a row for matrices of the given type. */
  ColumnPattern(double[] row, DType dtype) {
    this.doubles = RowTiles.pattern(row);
    this.floats =
        switch (dtype) {
          case FLOAT32 -> RowTiles.narrowed(doubles);
          case FLOAT64 -> new float[0];
        };
  }

  double[] doubles() {
    return doubles;
  }

  /** For FLOAT32 only. */
  float[] floats() {
    return floats;
  }
}
