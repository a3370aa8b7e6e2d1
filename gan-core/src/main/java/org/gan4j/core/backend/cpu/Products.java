package org.gan4j.core.backend.cpu;

import org.gan4j.core.DType;
import org.gan4j.core.backend.cpu.Blas.Operand;

/**
 * Matrix products, split into a grid of blocks of the result, one block per thread. The grid
 * depends only on the shape and the number of threads.
 */
final class Products {
  /** Below this many multiplications, handing work to other threads costs more than it saves. */
  private static final long SPLIT_FROM = 1L << 18;

  /** The cost of one element in an epilogue, in multiplications. */
  private static final int EPILOGUE_COST = 32;

  private static final int BLOCK = 16;

  /** Without AVX-512: blocks of whole rows are faster, as long as each has this many. */
  private static final int ENOUGH_ROWS = 128;

  /** With AVX-512 fewer are enough, since other kernels share their work by rows too. */
  private static final int ENOUGH_ROWS_ON_AVX512 = 32;

  /**
   * With AVX-512: an operand b of so many elements is better split itself, as each thread packs
   * what it reads.
   */
  private static final long LARGE_OPERAND = 1L << 19;

  private final Workers workers;
  private final Blas[] blas;

  Products(Workers workers) {
    this.workers = workers;
    this.blas = new Blas[workers.threads()];
    for (int i = 0; i < blas.length; i++) {
      blas[i] = new Blas();
    }
  }

  /** {@return the BLAS of one worker} */
  Blas blas(int worker) {
    return blas[worker];
  }

  /** Work on a finished block of the result, while it is in cache. */
  @FunctionalInterface
  interface Epilogue {
    /** Does nothing. */
    Epilogue NONE = (fromRow, toRow, fromColumn, toColumn, worker) -> {};

    /**
     * Finishes a block.
     *
     * @param fromRow its first row
     * @param toRow the row after its last
     * @param fromColumn its first column
     * @param toColumn the column after its last
     * @param worker the worker's index, for its scratch memory
     */
    void finish(int fromRow, int toRow, int fromColumn, int toColumn, int worker);
  }

  /**
   * c ← op(a) · op(b), then the epilogue, block by block; all row-major and dense; op(a) is [m, k]
   * and op(b) [k, n].
   */
  void gemm(
      int m,
      int n,
      int k,
      Mem a,
      boolean transposeA,
      Mem b,
      boolean transposeB,
      Mem c,
      Epilogue epilogue) {
    long enoughRows = enoughRows(OneDnn.available() && OneDnn.avx512(), (long) k * n);
    int lda = transposeA ? m : k;
    int ldb = transposeB ? k : n;
    int rowParts = 1;
    int columnParts = 1;
    int parts = (long) m * n * (k + EPILOGUE_COST) >= SPLIT_FROM ? workers.threads() : 1;
    while (parts > 1) {
      int factor = parts % 2 == 0 ? 2 : parts;
      if (m / rowParts >= Math.min(n / columnParts, factor * enoughRows)) {
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
          int rows = Math.min(rowStep, m - row);
          int columns = Math.min(columnStep, n - column);
          blas[worker].gemm(
              dtype,
              rows,
              columns,
              k,
              new Operand(at(a, (long) row * (transposeA ? 1 : lda)), lda, transposeA),
              new Operand(at(b, (long) column * (transposeB ? ldb : 1)), ldb, transposeB),
              new Operand(at(c, (long) row * n + column), n, false));
          epilogue.finish(row, row + rows, column, column + columns, worker);
        });
  }

  private static long enoughRows(boolean avx512, long operand) {
    if (avx512) {
      return operand < LARGE_OPERAND ? ENOUGH_ROWS_ON_AVX512 : Integer.MAX_VALUE;
    }
    return ENOUGH_ROWS;
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
