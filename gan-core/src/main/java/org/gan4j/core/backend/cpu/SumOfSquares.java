package org.gan4j.core.backend.cpu;

import org.gan4j.core.backend.BinaryOp;

/**
 * Σ x². BLAS sums short chunks in the element type; the chunks are added in double precision and in
 * a fixed order. A chunk whose sum leaves the range of a float is summed again in doubles.
 */
final class SumOfSquares {
  private static final int CHUNK = 16 * Scratch.TILE;

  /** Below this, squares of floats lose digits to denormals. */
  private static final double FLOOR = 1e-26;

  private final Workers workers;
  private final Products products;
  private final Scratch[] scratch;

  SumOfSquares(Workers workers, Products products, Scratch[] scratch) {
    this.workers = workers;
    this.products = products;
    this.scratch = scratch;
  }

  double sum(Mem x, int size) {
    double[] partial = new double[(size + CHUNK - 1) / CHUNK];
    workers.run(
        partial.length,
        (chunk, worker) -> {
          int start = chunk * CHUNK;
          partial[chunk] = chunk(x.plus(start), Math.min(CHUNK, size - start), worker);
        });
    return DoubleMath.sum(partial, partial.length);
  }

  private double chunk(Mem x, int length, int worker) {
    double sum = products.blas(worker).dot(x, x, length);
    boolean inRange =
        switch (x.dtype()) {
          case FLOAT32 -> sum > FLOOR && sum <= Float.MAX_VALUE;
          case FLOAT64 -> true;
        };
    return inRange ? sum : inDoubles(x, length, scratch[worker]);
  }

  private static double inDoubles(Mem x, int length, Scratch s) {
    double sum = 0;
    for (int start = 0; start < length; start += Scratch.TILE) {
      int n = Math.min(Scratch.TILE, length - start);
      double[] t = s.widen(0, x, start, n);
      DoubleMath.binary(BinaryOp.MULTIPLY, t, t, n);
      sum += DoubleMath.sum(t, n);
    }
    return sum;
  }
}
