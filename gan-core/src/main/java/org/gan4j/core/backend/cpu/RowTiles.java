package org.gan4j.core.backend.cpu;

/**
 * Cuts rows of a matrix into tiles: several whole rows where a row is short, pieces of one row
 * where it is long. Element i of a tile is in column {@code (firstColumn + i) % columns}.
 */
final class RowTiles {
  private RowTiles() {}

  /** Work on one tile. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Visits one tile.
     *
     * @param start index of its first element in the matrix
     * @param length its number of elements
     * @param firstColumn the column of its first element, 0 if it holds whole rows
     */
    void visit(int start, int length, int firstColumn);
  }

  /** Visits whole rows of a matrix with this many columns. */
  static void forEach(int columns, int fromRow, int toRow, Visitor visitor) {
    forEach(columns, fromRow, toRow, 0, columns, visitor);
  }

  /** Visits a block of a matrix with this many columns. */
  static void forEach(
      int columns, int fromRow, int toRow, int fromColumn, int toColumn, Visitor visitor) {
    if (columns <= Scratch.TILE && toColumn - fromColumn == columns) {
      int rowsPerTile = Scratch.TILE / Math.max(1, columns);
      for (int row = fromRow; row < toRow; row += rowsPerTile) {
        visitor.visit(row * columns, Math.min(rowsPerTile, toRow - row) * columns, 0);
      }
    } else {
      for (int row = fromRow; row < toRow; row++) {
        for (int column = fromColumn; column < toColumn; column += Scratch.TILE) {
          visitor.visit(row * columns + column, Math.min(Scratch.TILE, toColumn - column), column);
        }
      }
    }
  }

  /** Length of an accumulator for column sums: a tile, or a whole row where that is longer. */
  static int accumulatorLength(int columns) {
    return Math.max(Scratch.TILE, columns);
  }
}
