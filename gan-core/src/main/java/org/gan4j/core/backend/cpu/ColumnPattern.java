package org.gan4j.core.backend.cpu;

import org.gan4j.core.DType;

/**
 * One number for each column of a block, cut and repeated as {@link RowTiles} cuts rows into tiles,
 * so that position i of a tile needs number i. JDK 17 does not vectorise a loop whose two arrays
 * begin at different positions, which makes it seven times as slow.
 */
final class ColumnPattern {
  private final int firstColumn;
  private final double[][] doubles;
  private final float[][] floats;

  private ColumnPattern(int firstColumn, double[][] doubles, float[][] floats) {
    this.firstColumn = firstColumn;
    this.doubles = doubles;
    this.floats = floats;
  }

  /** Of a row, for matrices of the given type. */
  static ColumnPattern of(double[] row, DType dtype) {
    return switch (dtype) {
      case FLOAT32 -> ofFloats(0, narrowed(row));
      case FLOAT64 -> ofDoubles(0, row);
    };
  }

  /** Of some columns of a row, for matrices of its type. */
  static ColumnPattern of(Mem row, int fromColumn, int toColumn) {
    int columns = toColumn - fromColumn;
    int first = row.offset() + fromColumn;
    return switch (row.dtype()) {
      case FLOAT32 -> {
        float[] values = new float[columns];
        row.slab().floats().get(first, values);
        yield ofFloats(fromColumn, values);
      }
      case FLOAT64 -> {
        double[] values = new double[columns];
        row.slab().doubles().get(first, values);
        yield ofDoubles(fromColumn, values);
      }
    };
  }

  private static ColumnPattern ofFloats(int firstColumn, float[] row) {
    float[][] tiles = new float[tiles(row.length)][Scratch.TILE];
    cut(row, row.length, tiles);
    return new ColumnPattern(firstColumn, new double[0][], tiles);
  }

  private static ColumnPattern ofDoubles(int firstColumn, double[] row) {
    double[][] tiles = new double[tiles(row.length)][Scratch.TILE];
    cut(row, row.length, tiles);
    return new ColumnPattern(firstColumn, tiles, new float[0][]);
  }

  /** Fills the tiles, each with copies of its part of the row. */
  private static void cut(Object row, int columns, Object[] tiles) {
    for (int i = 0; i < tiles.length; i++) {
      int start = i * Scratch.TILE;
      int length = Math.min(Scratch.TILE, columns - start);
      System.arraycopy(row, start, tiles[i], 0, length);
      for (int done = length; done > 0 && done < Scratch.TILE; done *= 2) {
        System.arraycopy(tiles[i], 0, tiles[i], done, Math.min(done, Scratch.TILE - done));
      }
    }
  }

  private static int tiles(int columns) {
    return Math.max(1, (columns + Scratch.TILE - 1) / Scratch.TILE);
  }

  private static float[] narrowed(double[] wide) {
    float[] narrow = new float[wide.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) wide[i];
    }
    return narrow;
  }

  /** For FLOAT64 only: the numbers for a tile that begins in this column. */
  double[] doubles(int column) {
    return doubles[(column - firstColumn) / Scratch.TILE];
  }

  /** For FLOAT32 only: the numbers for a tile that begins in this column. */
  float[] floats(int column) {
    return floats[(column - firstColumn) / Scratch.TILE];
  }
}
