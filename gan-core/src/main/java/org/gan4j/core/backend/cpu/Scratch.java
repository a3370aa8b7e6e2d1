package org.gan4j.core.backend.cpu;

/** One worker's tiles: small arrays that stay in the first-level cache, and their transfers. */
final class Scratch {
  /** Elements in a tile. */
  static final int TILE = 1024;

  private static final int TILES = 4;

  private final float[][] floats = new float[TILES][TILE];
  private final double[][] doubles = new double[TILES][TILE];

  private final FloatExponential exponential = new FloatExponential();
  private final SoftplusMath softplus = new SoftplusMath();

  /** {@return exponentials of tiles} */
  FloatExponential exponential() {
    return exponential;
  }

  /** {@return the softplus of tiles} */
  SoftplusMath softplus() {
    return softplus;
  }

  float[] floats(int tile) {
    return floats[tile];
  }

  double[] doubles(int tile) {
    return doubles[tile];
  }

  /** Copies FLOAT32 elements in. */
  float[] load(int tile, Mem from, int start, int length) {
    float[] t = floats[tile];
    from.slab().floats().get(from.offset() + start, t, 0, length);
    return t;
  }

  /** Copies FLOAT32 elements out. */
  static void store(float[] t, Mem to, int start, int length) {
    to.slab().floats().put(to.offset() + start, t, 0, length);
  }

  /** Copies elements of either type in, as doubles. */
  double[] widen(int tile, Mem from, int start, int length) {
    double[] wide = doubles[tile];
    switch (from.dtype()) {
      case FLOAT32 -> {
        float[] narrow = load(tile, from, start, length);
        for (int i = 0; i < length; i++) {
          wide[i] = narrow[i];
        }
      }
      case FLOAT64 -> from.slab().doubles().get(from.offset() + start, wide, 0, length);
    }
    return wide;
  }

  /** Copies doubles out to either type; {@code tile} is the tile that they came from. */
  void narrow(int tile, Mem to, int start, int length) {
    double[] wide = doubles[tile];
    switch (to.dtype()) {
      case FLOAT32 -> {
        float[] narrow = floats[tile];
        for (int i = 0; i < length; i++) {
          narrow[i] = (float) wide[i];
        }
        store(narrow, to, start, length);
      }
      case FLOAT64 -> to.slab().doubles().put(to.offset() + start, wide, 0, length);
    }
  }
}
