package org.gan4j.core.backend.cpu;

import java.util.Arrays;
import org.gan4j.core.backend.Window;

/** Patches of FLOAT32 elements. */
final class FloatPatches extends Patches {
  /** From this length on, a system copy is faster than a loop. */
  private static final int LONG = 24;

  private float[] map = new float[0];
  private float[] patches = new float[0];

  @Override
  void reserve(int mapLength, int patchRow) {
    if (map.length < mapLength) {
      map = new float[mapLength];
    }
    if (patches.length < patchRow) {
      patches = new float[patchRow];
    }
  }

  @Override
  void clear(int from, int to) {
    Arrays.fill(map, from, to, 0);
  }

  @Override
  void load(Mem from, int start, int at, int length) {
    from.slab().floats().get(from.offset() + start, map, at, length);
  }

  @Override
  void store(int at, Mem to, int start, int length) {
    to.slab().floats().put(to.offset() + start, map, at, length);
  }

  @Override
  void fill(MapGeometry g, int row, Mem to, int start) {
    Window window = g.window();
    int run = window.width() * g.channels();
    int at = 0;
    for (int column = 0; column < g.columns(); column++) {
      int corner = corner(g, row, column);
      for (int ky = 0; ky < window.height(); ky++) {
        copy(map, corner + ky * g.paddedRow(), patches, at, run);
        at += run;
      }
    }
    to.slab().floats().put(to.offset() + start, patches, 0, at);
  }

  @Override
  void add(MapGeometry g, int row, Mem from, int start) {
    from.slab().floats().get(from.offset() + start, patches, 0, g.patchRow());
    Window window = g.window();
    int run = window.width() * g.channels();
    int at = 0;
    for (int column = 0; column < g.columns(); column++) {
      int corner = corner(g, row, column);
      for (int ky = 0; ky < window.height(); ky++) {
        FloatMath.add(map, corner + ky * g.paddedRow(), patches, at, run);
        at += run;
      }
    }
  }

  /** Where the window's first element lies in the map. */
  private static int corner(MapGeometry g, int row, int column) {
    return row * g.window().strideHeight() * g.paddedRow()
        + column * g.window().strideWidth() * g.channels();
  }

  private static void copy(float[] from, int start, float[] to, int at, int length) {
    if (length >= LONG) {
      System.arraycopy(from, start, to, at, length);
    } else {
      for (int i = 0; i < length; i++) {
        to[at + i] = from[start + i];
      }
    }
  }
}
