package org.gan4j.core.backend.cpu;

import org.gan4j.core.DType;

/**
 * The library that computes a product. The choice depends only on the shape, so equal programs give
 * equal bits.
 */
enum GemmLibrary {
  /** All of FLOAT64, and what is small or thin: a call takes a tenth of a microsecond. */
  OPENBLAS,
  /** Faster from about 100 × 100 × 100 on, though a call takes a microsecond. */
  ONEDNN;

  private static final long FEWEST_MULTIPLICATIONS = 1L << 20;

  /** Below it OpenBLAS is up to three times as fast. */
  private static final int THINNEST = 16;

  /** Returns the library for a product [m, k] · [k, n]. */
  static GemmLibrary of(DType dtype, int m, int n, int k) {
    return switch (dtype) {
      case FLOAT32 ->
          OneDnn.available()
                  && (double) m * n * k >= FEWEST_MULTIPLICATIONS
                  && Math.min(m, Math.min(n, k)) >= THINNEST
              ? ONEDNN
              : OPENBLAS;
      case FLOAT64 -> OPENBLAS;
    };
  }
}
