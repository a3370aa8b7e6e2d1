package org.gan4j.core.backend.cpu;

import org.gan4j.core.DType;
import org.gan4j.core.backend.cpu.Blas.Operand;

/**
 * Matrix products, split into a grid of blocks of the result, one block a thread. The grid depends
 * on shape and thread count alone.
 */
final class Products {
  /** Below so many multiplications a handover costs more than it saves. */
  private static final long SPLIT_FROM = 1L << 18;

  private static final int BLOCK = 16;

  private final Workers workers;
  private final Blas[] blas;

  Products(Workers workers) {
    this.workers = workers;
    this.blas = new Blas[workers.threads()];
    for (int i = 0; i < blas.length; i++) {
      blas[i] = new Blas();
    }
  }

  Blas blas() {
    return blas[0];
  }

  /** c ← op(a) · op(b) + beta · c, all row-major and dense; op(a) is [m, k] and op(b) [k, n]. */
  void gemm(
      int m,
      int n,
      int k,
      Mem a,
      boolean transposeA,
      Mem b,
      boolean transposeB,
      double beta,
      Mem c) {
    int lda = transposeA ? m : k;
    int ldb = transposeB ? k : n;
    int rowParts = 1;
    int columnParts = 1;
    int parts = (long) m * n * k >= SPLIT_FROM ? workers.threads() : 1;
    while (parts > 1) {
      int factor = parts % 2 == 0 ? 2 : parts;
      if (m / rowParts >= n / columnParts) {
        rowParts *= factor;
      } else {
        columnParts *= factor;
      }
      parts /= factor;
    }
    int rowStep = step(m, rowParts);
    int columnStep = step(n, columnParts);
    int across = ceilDiv(n, columnStep);
    DType dtype = c.dtype();
    workers.run(
        ceilDiv(m, rowStep) * across,
        (block, worker) -> {
          int row = block / across * rowStep;
          int column = block % across * columnStep;
          blas[worker].gemm(
              dtype,
              Math.min(rowStep, m - row),
              Math.min(columnStep, n - column),
              k,
              new Operand(at(a, (long) row * (transposeA ? 1 : lda)), lda, transposeA),
              new Operand(at(b, (long) column * (transposeB ? ldb : 1)), ldb, transposeB),
              beta,
              new Operand(at(c, (long) row * n + column), n, false));
        });
  }

  private static long at(Mem mem, long elements) {
    return mem.address() + elements * mem.dtype().bytes();
  }

  private static int step(int extent, int parts) {
    return parts == 1 ? extent : ceilDiv(ceilDiv(extent, parts), BLOCK) * BLOCK;
  }

  private static int ceilDiv(int a, int b) {
    return (a + b - 1) / b;
  }
}
