package org.gan4j.core.backend.cpu;

import java.util.Arrays;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.AdamStep;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.UnaryOp;

/** Passes over all elements in memory order, tile by tile and chunk by chunk. */
final class Elementwise {
  /** Elements in a chunk: enough to be worth handing to another thread. */
  private static final int CHUNK = 16 * Scratch.TILE;

  private final Workers workers;
  private final Scratch[] scratch;

  Elementwise(Workers workers, Scratch[] scratch) {
    this.workers = workers;
    this.scratch = scratch;
  }

  /** Work on one tile. */
  @FunctionalInterface
  private interface Tile {
    void run(Scratch s, int start, int length);
  }

  private void tiles(int size, Tile work) {
    int chunks = (size + CHUNK - 1) / CHUNK;
    workers.run(
        chunks,
        (chunk, worker) -> {
          int end = (int) Math.min(size, (chunk + 1L) * CHUNK);
          for (int start = chunk * CHUNK; start < end; start += Scratch.TILE) {
            work.run(scratch[worker], start, Math.min(Scratch.TILE, end - start));
          }
        });
  }

  void fill(Mem y, int size, double value) {
    tiles(
        size,
        (s, start, length) -> {
          Arrays.fill(s.doubles(0), 0, length, value);
          s.narrow(0, y, start, length);
        });
  }

  void copy(Mem x, Mem y, int size) {
    workers.run(
        (size + CHUNK - 1) / CHUNK,
        (chunk, worker) -> {
          int start = chunk * CHUNK;
          int length = Math.min(CHUNK, size - start);
          int from = x.offset() + start;
          int to = y.offset() + start;
          switch (x.dtype()) {
            case FLOAT32 -> y.slab().floats().put(to, x.slab().floats(), from, length);
            case FLOAT64 -> y.slab().doubles().put(to, x.slab().doubles(), from, length);
          }
        });
  }

  void unary(UnaryOp op, Mem x, Mem y, int size) {
    tiles(
        size,
        (s, start, length) -> {
          switch (y.dtype()) {
            case FLOAT32 -> {
              float[] t = s.load(0, x, start, length);
              FloatMath.unary(op, t, length);
              Scratch.store(t, y, start, length);
            }
            case FLOAT64 -> {
              DoubleMath.unary(op, s.widen(0, x, start, length), length);
              s.narrow(0, y, start, length);
            }
          }
        });
  }

  void binary(BinaryOp op, Mem a, Mem b, Mem y, int size) {
    tiles(
        size,
        (s, start, length) -> {
          switch (y.dtype()) {
            case FLOAT32 -> {
              float[] left = s.load(0, a, start, length);
              FloatMath.binary(op, left, s.load(1, b, start, length), length);
              Scratch.store(left, y, start, length);
            }
            case FLOAT64 -> {
              double[] left = s.widen(0, a, start, length);
              DoubleMath.binary(op, left, s.widen(1, b, start, length), length);
              s.narrow(0, y, start, length);
            }
          }
        });
  }

  void affine(Mem x, Mem y, int size, double scale, double shift) {
    tiles(
        size,
        (s, start, length) -> {
          switch (y.dtype()) {
            case FLOAT32 -> {
              float[] t = s.load(0, x, start, length);
              FloatMath.affine(t, length, (float) scale, (float) shift);
              Scratch.store(t, y, start, length);
            }
            case FLOAT64 -> {
              DoubleMath.affine(s.widen(0, x, start, length), length, scale, shift);
              s.narrow(0, y, start, length);
            }
          }
        });
  }

  void activation(Activation activation, Mem x, Mem y, int size) {
    tiles(
        size,
        (s, start, length) -> {
          switch (y.dtype()) {
            case FLOAT32 -> {
              float[] t = s.load(0, x, start, length);
              FloatMath.activate(activation, t, length, s);
              Scratch.store(t, y, start, length);
            }
            case FLOAT64 -> {
              DoubleMath.activate(activation, s.widen(0, x, start, length), length);
              s.narrow(0, y, start, length);
            }
          }
        });
  }

  /** δ ← g ⊙ activation′(y). */
  void activationBackward(Activation activation, Mem y, Mem g, Mem delta, int size) {
    tiles(
        size,
        (s, start, length) -> {
          switch (y.dtype()) {
            case FLOAT32 -> {
              float[] t = s.load(0, y, start, length);
              FloatMath.backward(activation, t, s.load(1, g, start, length), t, length, s);
              Scratch.store(t, delta, start, length);
            }
            case FLOAT64 -> {
              double[] t = s.widen(0, y, start, length);
              DoubleMath.backward(activation, t, s.widen(1, g, start, length), t, length);
              s.narrow(0, delta, start, length);
            }
          }
        });
  }

  void adam(Mem p, Mem g, Mem m, Mem v, int size, AdamStep step) {
    tiles(
        size,
        (s, start, length) -> {
          switch (p.dtype()) {
            case FLOAT32 -> {
              float[] pt = s.load(0, p, start, length);
              float[] gt = s.load(1, g, start, length);
              float[] mt = s.load(2, m, start, length);
              float[] vt = s.load(3, v, start, length);
              AdamMath.update(pt, gt, mt, vt, length, step);
              Scratch.store(pt, p, start, length);
              Scratch.store(mt, m, start, length);
              Scratch.store(vt, v, start, length);
            }
            case FLOAT64 -> {
              double[] pt = s.widen(0, p, start, length);
              double[] gt = s.widen(1, g, start, length);
              double[] mt = s.widen(2, m, start, length);
              double[] vt = s.widen(3, v, start, length);
              AdamMath.update(pt, gt, mt, vt, length, step);
              s.narrow(0, p, start, length);
              s.narrow(2, m, start, length);
              s.narrow(3, v, start, length);
            }
          }
        });
  }

  /** Σ x, in an order that depends on the size alone. */
  double sum(Mem x, int size) {
    int chunks = (size + CHUNK - 1) / CHUNK;
    double[] partial = new double[chunks];
    tiles(
        size,
        (s, start, length) ->
            partial[start / CHUNK] += DoubleMath.sum(s.widen(0, x, start, length), length));
    return DoubleMath.sum(partial, chunks);
  }
}
