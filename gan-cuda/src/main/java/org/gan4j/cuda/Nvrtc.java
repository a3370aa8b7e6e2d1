package org.gan4j.cuda;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/** The functions of NVRTC, NVIDIA's compiler at run time. Each returns a status, 0 for success. */
final class Nvrtc {
  private Nvrtc() {}

  static void bind(NativeLibrary library) {
    Native.register(Nvrtc.class, library);
  }

  /** Throws if a call failed. */
  static void check(int status, String work) {
    if (status != 0) {
      throw new CudaException(work, nvrtcGetErrorString(status));
    }
  }

  static native String nvrtcGetErrorString(int status);

  static native int nvrtcVersion(int[] major, int[] minor);

  static native int nvrtcGetNumSupportedArchs(int[] count);

  static native int nvrtcGetSupportedArchs(int[] capabilities);

  static native int nvrtcCreateProgram(
      long[] program, String source, String name, int headers, long sources, long names);

  static native int nvrtcCompileProgram(long program, int count, Pointer options);

  static native int nvrtcGetProgramLogSize(long program, long[] bytes);

  static native int nvrtcGetProgramLog(long program, byte[] log);

  static native int nvrtcGetCUBINSize(long program, long[] bytes);

  static native int nvrtcGetCUBIN(long program, byte[] image);

  static native int nvrtcGetPTXSize(long program, long[] bytes);

  static native int nvrtcGetPTX(long program, byte[] image);

  static native int nvrtcDestroyProgram(long[] program);
}
