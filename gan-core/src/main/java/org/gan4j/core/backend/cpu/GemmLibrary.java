package org.gan4j.core.backend.cpu;

import org.gan4j.core.DType;
import org.gan4j.core.backend.cpu.Blas.Operand;

/**
 * The library that computes a product. The choice depends only on the shape, on how the operands
 * lie, and on the processor's instructions, so equal programs give equal bits on equal processors.
 * Architecture decision record 22 has the measurements.
 */
enum GemmLibrary {
  /** All of FLOAT64, and what oneDNN is slower at. */
  OPENBLAS,
  /** The other products of FLOAT32. */
  ONEDNN;

  /** With AVX-512: oneDNN is faster from about 100 × 100 × 100 on. */
  private static final long FEWEST_ON_AVX512 = 1L << 20;

  /** With AVX-512: OpenBLAS is up to three times as fast below it. */
  private static final int THINNEST = 16;

  /** Without AVX-512: a call of oneDNN takes a microsecond, in which OpenBLAS does this much. */
  private static final long FEWEST_ON_AVX2 = 1L << 15;

  /** Without AVX-512: what OpenBLAS takes for an element of the result, in multiplications. */
  private static final double RESULT_COST = 3;

  /**
   * Without AVX-512: while 1/m + 1/n is at least this, oneDNN reads its operands where they lie
   * instead of packing them (FORCE_NOCOPY_THRESH in oneDNN's choice of kernels).
   */
  private static final double UNPACKED = 0.0038;

  /**
   * Rows of floats whose starts are a multiple of 2 KiB apart share few lines of the first-level
   * cache, and unpacked products over them take up to twice as long.
   */
  private static final int ALIASED = 512;

  /** From here on OpenBLAS is faster where only the first operand is read over such rows. */
  private static final int WIDE = 320;

  private static final int DEEP = 256;

  /** From this many rows on it is faster where rows of bᵀ, side by side, are 4 KiB apart. */
  private static final int HIGH = 256;

  /** Returns the library for a product [m, k] · [k, n], where the operands lie like a and b. */
  static GemmLibrary of(DType dtype, int m, int n, int k, Operand a, Operand b) {
    return switch (dtype) {
      case FLOAT32 -> OneDnn.available() ? single(OneDnn.avx512(), m, n, k, a, b) : OPENBLAS;
      case FLOAT64 -> OPENBLAS;
    };
  }

  /** Returns the same for FLOAT32 where oneDNN is there. */
  static GemmLibrary single(boolean avx512, int m, int n, int k, Operand a, Operand b) {
    double results = (double) m * n;
    boolean openBlas =
        avx512
            ? results * k < FEWEST_ON_AVX512 || Math.min(m, Math.min(n, k)) < THINNEST
            : results * (k + RESULT_COST) < FEWEST_ON_AVX2
                || m == 1
                || n <= Blas.FEW_COLUMNS
                || aliased(m, n, k, a, b);
    return openBlas ? OPENBLAS : ONEDNN;
  }

  private static boolean aliased(int m, int n, int k, Operand a, Operand b) {
    if (1.0 / m + 1.0 / n < UNPACKED) {
      return false;
    }
    boolean acrossA = a.transposed() && a.leading() % ALIASED == 0 && n >= WIDE && k >= DEEP;
    boolean acrossB =
        b.transposed()
            ? b.leading() % (2 * ALIASED) == 0 && m >= HIGH && n >= WIDE
            : b.leading() % ALIASED == 0;
    return acrossA || acrossB;
  }
}
