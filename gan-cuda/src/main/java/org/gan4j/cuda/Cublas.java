package org.gan4j.cuda;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/** The functions of cuBLAS that products need. Each returns a status, 0 for success. */
final class Cublas {
  /** FLOAT32 is multiplied as FLOAT32. */
  static final int PLAIN_MATH = 0;

  /** FLOAT32 factors are rounded to 10 bits of fraction first. */
  static final int TF32_MATH = 3;

  private Cublas() {}

  static void bind(NativeLibrary library) {
    Native.register(Cublas.class, library);
  }

  /** Throws if a call failed. */
  static void check(int status, String work) {
    if (status != 0) {
      throw new CudaException(work, "cuBLAS status " + status);
    }
  }

  static native int cublasCreate_v2(long[] handle);

  static native int cublasDestroy_v2(long handle);

  static native int cublasGetProperty(int part, int[] value);

  static native int cublasSetStream_v2(long handle, long stream);

  static native int cublasSetWorkspace_v2(long handle, long address, long bytes);

  static native int cublasSetMathMode(long handle, int mode);

  static native int cublasSgemm_v2(
      long handle,
      int transposeA,
      int transposeB,
      int m,
      int n,
      int k,
      long alpha,
      long a,
      int strideA,
      long b,
      int strideB,
      long beta,
      long c,
      int strideC);

  static native int cublasDgemm_v2(
      long handle,
      int transposeA,
      int transposeB,
      int m,
      int n,
      int k,
      long alpha,
      long a,
      int strideA,
      long b,
      int strideB,
      long beta,
      long c,
      int strideC);
}
