package org.gan4j.core.backend.cpu;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.gan4j.core.DType;

/**
 * Products on raw addresses, by OpenBLAS or oneDNN. One instance per thread, since a call reuses
 * its pointers. The libraries run single-threaded; {@link Products} splits the work.
 */
final class Blas {
  private static final int ROW_MAJOR = openblas_nolapack.CblasRowMajor;
  private static final int PLAIN = openblas_nolapack.CblasNoTrans;
  private static final int TRANSPOSED = openblas_nolapack.CblasTrans;

  /** A result with so few columns is computed column by column, as products with vectors. */
  static final int FEW_COLUMNS = 4;

  /** A pointer whose address can be set. */
  private static final class Floats extends FloatPointer {
    Floats() {
      super((Pointer) null);
    }

    Floats at(long target) {
      address = target;
      return this;
    }
  }

  /** A pointer whose address can be set. */
  private static final class Doubles extends DoublePointer {
    Doubles() {
      super((Pointer) null);
    }

    Doubles at(long target) {
      address = target;
      return this;
    }
  }

  private final Floats fa = new Floats();
  private final Floats fb = new Floats();
  private final Floats fc = new Floats();
  private final Doubles da = new Doubles();
  private final Doubles db = new Doubles();
  private final Doubles dc = new Doubles();

  /** Whether the natives are loaded: to ask the loader takes half a millisecond each time. */
  private static volatile boolean loaded;

  /**
   * Loads the natives and sets OpenBLAS to one thread, for the process.
   *
   * @throws LinkageError if there are none for this platform
   */
  static void load() {
    loadNatives();
    openblas_nolapack.blas_set_num_threads(1);
  }

  static void loadNatives() {
    if (!loaded) {
      Loader.load(openblas_nolapack.class);
      loaded = true;
    }
  }

  static String version() {
    loadNatives();
    return openblas_nolapack.OPENBLAS_VERSION.replace("OpenBLAS", "").strip();
  }

  /** A strided operand: where it starts, its leading dimension, and whether it is transposed. */
  record Operand(long address, int leading, boolean transposed) {
    private int flag() {
      return transposed ? TRANSPOSED : PLAIN;
    }

    private byte letter() {
      return (byte) (transposed ? 'T' : 'N');
    }

    private Operand flipped() {
      return new Operand(address, leading, !transposed);
    }

    /** The operand from a column on, of which {@link #step} is the distance of its elements. */
    private Operand column(DType dtype, int column) {
      long elements = (long) column * (transposed ? leading : 1);
      return new Operand(address + elements * dtype.bytes(), leading, transposed);
    }

    private int step() {
      return transposed ? 1 : leading;
    }
  }

  /** c ← op(a) · op(b) with op(a) [m, k] and op(b) [k, n]. */
  void gemm(DType dtype, int m, int n, int k, Operand a, Operand b, Operand c) {
    gemm(dtype, m, n, k, a, b, c, false);
  }

  /** c ← op(a) · op(b), or c ← c + op(a) · op(b), with op(a) [m, k] and op(b) [k, n]. */
  void gemm(DType dtype, int m, int n, int k, Operand a, Operand b, Operand c, boolean accumulate) {
    int beta = accumulate ? 1 : 0;
    switch (GemmLibrary.of(dtype, m, n, k, a, b)) {
      case OPENBLAS -> openBlas(dtype, m, n, k, a, b, c, beta);
      case ONEDNN -> oneDnn(m, n, k, a, b, c, beta);
    }
  }

  private static void oneDnn(int m, int n, int k, Operand a, Operand b, Operand c, int beta) {
    OneDnn.single(
        () ->
            OneDnn.check(
                OneDnn.sgemm(
                    a.letter(),
                    b.letter(),
                    m,
                    n,
                    k,
                    1,
                    a.address(),
                    a.leading(),
                    b.address(),
                    b.leading(),
                    beta,
                    c.address(),
                    c.leading())));
  }

  private void openBlas(
      DType dtype, int m, int n, int k, Operand a, Operand b, Operand c, int beta) {
    if (n <= FEW_COLUMNS) {
      for (int column = 0; column < n; column++) {
        gemv(dtype, m, k, a, b.column(dtype, column), c.column(dtype, column), beta);
      }
    } else if (m == 1) {
      gemv(dtype, n, k, b.flipped(), a.flipped(), c.flipped(), beta);
    } else {
      switch (dtype) {
        case FLOAT32 -> sgemm(m, n, k, a, b, c, beta);
        case FLOAT64 -> dgemm(m, n, k, a, b, c, beta);
      }
    }
  }

  private void sgemm(int m, int n, int k, Operand a, Operand b, Operand c, int beta) {
    openblas_nolapack.cblas_sgemm(
        ROW_MAJOR,
        a.flag(),
        b.flag(),
        m,
        n,
        k,
        1f,
        fa.at(a.address()),
        a.leading(),
        fb.at(b.address()),
        b.leading(),
        beta,
        fc.at(c.address()),
        c.leading());
  }

  private void dgemm(int m, int n, int k, Operand a, Operand b, Operand c, int beta) {
    openblas_nolapack.cblas_dgemm(
        ROW_MAJOR,
        a.flag(),
        b.flag(),
        m,
        n,
        k,
        1,
        da.at(a.address()),
        a.leading(),
        db.at(b.address()),
        b.leading(),
        beta,
        dc.at(c.address()),
        c.leading());
  }

  /** y ← op(matrix) · x + beta · y with op(matrix) [m, k]; x and y are stored as columns. */
  private void gemv(DType dtype, int m, int k, Operand matrix, Operand x, Operand y, int beta) {
    int rows = matrix.transposed() ? k : m;
    int columns = m + k - rows;
    switch (dtype) {
      case FLOAT32 ->
          openblas_nolapack.cblas_sgemv(
              ROW_MAJOR,
              matrix.flag(),
              rows,
              columns,
              1f,
              fa.at(matrix.address()),
              matrix.leading(),
              fb.at(x.address()),
              x.step(),
              beta,
              fc.at(y.address()),
              y.step());
      case FLOAT64 ->
          openblas_nolapack.cblas_dgemv(
              ROW_MAJOR,
              matrix.flag(),
              rows,
              columns,
              1,
              da.at(matrix.address()),
              matrix.leading(),
              db.at(x.address()),
              x.step(),
              beta,
              dc.at(y.address()),
              y.step());
    }
  }

  /** Σ xᵢ yᵢ over this many elements. */
  double dot(Mem x, Mem y, int elements) {
    return switch (x.dtype()) {
      case FLOAT32 ->
          openblas_nolapack.cblas_sdot(elements, fa.at(x.address()), 1, fb.at(y.address()), 1);
      case FLOAT64 ->
          openblas_nolapack.cblas_ddot(elements, da.at(x.address()), 1, db.at(y.address()), 1);
    };
  }
}
