package org.gan4j.cuda;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * The functions of NVIDIA's driver that the backend needs. Handles and addresses are longs; a
 * function returns a status, for {@link #check}.
 */
final class Driver {
  static final int OUT_OF_MEMORY = 2;

  static final int MULTIPROCESSORS = 16;
  static final int CAPABILITY_MAJOR = 75;
  static final int CAPABILITY_MINOR = 76;

  /** A stream that does not wait for the default one. */
  static final int NON_BLOCKING = 1;

  /** Only calls of the capturing thread are checked for ones that cannot be captured. */
  static final int THREAD_LOCAL_CAPTURE = 1;

  private Driver() {}

  /** Binds the functions; throws {@link UnsatisfiedLinkError} where the driver lacks one. */
  static void bind(NativeLibrary library) {
    Native.register(Driver.class, library);
  }

  /** Throws if a call failed. */
  static void check(int status, String work) {
    if (status != 0) {
      throw new CudaException(work, error(status));
    }
  }

  /** {@return the error's name and meaning} */
  static String error(int status) {
    long[] name = new long[1];
    long[] meaning = new long[1];
    boolean known = cuGetErrorName(status, name) == 0 && cuGetErrorString(status, meaning) == 0;
    return known ? text(name[0]) + ", " + text(meaning[0]) : "CUDA error " + status;
  }

  private static String text(long address) {
    return new Pointer(address).getString(0);
  }

  static native int cuInit(int flags);

  static native int cuDriverGetVersion(int[] version);

  static native int cuGetErrorName(int status, long[] text);

  static native int cuGetErrorString(int status, long[] text);

  static native int cuDeviceGetCount(int[] count);

  static native int cuDeviceGet(int[] device, int ordinal);

  static native int cuDeviceGetName(byte[] name, int length, int device);

  static native int cuDeviceGetAttribute(int[] value, int attribute, int device);

  static native int cuDeviceTotalMem_v2(long[] bytes, int device);

  static native int cuDevicePrimaryCtxRetain(long[] context, int device);

  static native int cuCtxSetCurrent(long context);

  static native int cuMemGetInfo_v2(long[] free, long[] total);

  static native int cuMemAlloc_v2(long[] address, long bytes);

  static native int cuMemFree_v2(long address);

  static native int cuMemHostAlloc(long[] address, long bytes, int flags);

  static native int cuMemFreeHost(long address);

  static native int cuMemcpyHtoDAsync_v2(long device, long host, long bytes, long stream);

  static native int cuMemcpyDtoHAsync_v2(long host, long device, long bytes, long stream);

  static native int cuMemcpyDtoDAsync_v2(long to, long from, long bytes, long stream);

  static native int cuStreamCreate(long[] stream, int flags);

  static native int cuStreamSynchronize(long stream);

  static native int cuStreamDestroy_v2(long stream);

  static native int cuModuleLoadData(long[] module, byte[] image);

  static native int cuModuleGetFunction(long[] function, long module, String name);

  static native int cuLaunchKernel(
      long function,
      int gridX,
      int gridY,
      int gridZ,
      int blockX,
      int blockY,
      int blockZ,
      int sharedBytes,
      long stream,
      long arguments,
      long extra);

  static native int cuStreamBeginCapture_v2(long stream, int mode);

  static native int cuStreamGetCaptureInfo_v2(
      long stream, int[] status, long[] id, long[] graph, long[] nodes, long[] count);

  static native int cuStreamEndCapture(long stream, long[] graph);

  static native int cuGraphInstantiateWithFlags(long[] exec, long graph, long flags);

  static native int cuGraphExecKernelNodeSetParams_v2(long exec, long node, long parameters);

  static native int cuGraphLaunch(long exec, long stream);

  static native int cuGraphExecDestroy(long exec);

  static native int cuGraphDestroy(long graph);
}
