package org.gan4j.core.backend.cpu;

import org.gan4j.core.backend.Window;

/**
 * One worker's copy of a map with its padding, and of the patches of one row of positions: what the
 * window covers, [column, kernel row, kernel column, channel]. Both stay in cache.
 */
abstract class Patches {
  /** Makes room for a geometry. */
  abstract void reserve(int map, int patchRow);

  /** Sets elements of the map to zero. */
  abstract void clear(int from, int to);

  /** Copies elements into the map. */
  abstract void load(Mem from, int start, int at, int length);

  /** Copies elements out of the map. */
  abstract void store(int at, Mem to, int start, int length);

  /** Fills the patches of a row of positions from the map, and copies them out. */
  abstract void fill(MapGeometry g, int row, Mem to, int start);

  /** Adds the patches of a row of positions to the map. */
  abstract void add(MapGeometry g, int row, Mem from, int start);

  /** Copies the patches of some rows of positions of all samples. */
  final void gather(MapGeometry g, Mem x, int fromRow, int toRow, Mem to) {
    reserve(g.paddedMap(), g.patchRow());
    int at = 0;
    for (int all = fromRow; all < toRow; ) {
      int sample = all / g.rows();
      int row = all % g.rows();
      int end = Math.min(g.rows(), row + toRow - all);
      all += end - row;
      loadMap(g, x, sample, row, end);
      for (; row < end; row++) {
        fill(g, row, to, at);
        at += g.patchRow();
      }
    }
  }

  /** Loads what the windows of some rows of positions cover. */
  private void loadMap(MapGeometry g, Mem x, int sample, int fromRow, int toRow) {
    Window window = g.window();
    int line = g.width() * g.channels();
    int left = window.paddingWidth() * g.channels();
    int top = fromRow * window.strideHeight();
    int bottom = (toRow - 1) * window.strideHeight() + window.height();
    for (int y = top; y < bottom; y++) {
      int start = y * g.paddedRow();
      int source = y - window.paddingHeight();
      if (source < 0 || source >= g.height()) {
        clear(start, start + g.paddedRow());
      } else {
        clear(start, start + left);
        load(x, (sample * g.height() + source) * line, start + left, line);
        clear(start + left + line, start + g.paddedRow());
      }
    }
  }

  /** Adds the patches of some rows of positions, and copies out each map that is complete. */
  final void scatter(MapGeometry g, Mem from, int fromRow, int toRow, Mem y) {
    reserve(g.paddedMap(), g.patchRow());
    for (int all = fromRow; all < toRow; all++) {
      int row = all % g.rows();
      if (row == 0) {
        clear(0, g.paddedMap());
      }
      add(g, row, from, (all - fromRow) * g.patchRow());
      if (row == g.rows() - 1) {
        storeMap(g, all / g.rows(), y);
      }
    }
  }

  private void storeMap(MapGeometry g, int sample, Mem y) {
    int line = g.width() * g.channels();
    int left = g.window().paddingWidth() * g.channels();
    for (int row = 0; row < g.height(); row++) {
      int start = (row + g.window().paddingHeight()) * g.paddedRow() + left;
      store(start, y, (sample * g.height() + row) * line, line);
    }
  }
}
