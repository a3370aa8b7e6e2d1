package org.gan4j.core.backend.cpu;

import com.sun.jna.FunctionMapper;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.javacpp.Loader;

/**
 * The functions of oneDNN's C interface that convolutions and products need. Handles and addresses
 * are longs. A function that can fail returns a status, for {@link #check}.
 *
 * <p>JavaCPP's artifact contributes the library alone. Its Java classes would load OpenCL first.
 */
final class OneDnn {
  static final int ANY_LAYOUT = 1;
  static final int CHANNELS_LAST = 22;

  static final int SOURCE = 1;
  static final int DESTINATION = 17;
  static final int WEIGHTS = 33;
  static final int SCRATCHPAD = 80;
  static final int SOURCE_GRADIENT = 129;
  static final int DESTINATION_GRADIENT = 145;
  static final int WEIGHTS_GRADIENT = 161;

  static final int WEIGHTS_DESC = 131;
  static final int WEIGHTS_GRADIENT_DESC = 132;
  static final int SCRATCHPAD_DESC = 136;

  static final int FORWARD_TRAINING = 64;

  /** Neither Winograd, whose rounding error is larger, nor oneDNN's choice between the two. */
  static final int DIRECT = 1;

  private static final int CPU = 1;
  private static final int IN_ORDER = 1;
  private static final int FLOAT32 = 3;
  private static final int USER_SCRATCHPAD = 1;
  private static final int IMPLEMENTATION_NAME = 8;
  private static final String FOLDER = "/org/bytedeco/dnnl/linux-x86_64/";

  /** The names of functions: {@code dnnl_stream_create} for {@code streamCreate}. */
  private static final FunctionMapper SNAKE_CASE =
      (library, method) -> {
        String snake = method.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return snake.startsWith("omp_") ? snake : "dnnl_" + snake.replace("library_", "");
      };

  private static final boolean AVAILABLE = load();

  private OneDnn() {}

  /** {@return whether the library is there: on Linux, on a 64-bit Intel or AMD processor} */
  static boolean available() {
    return AVAILABLE;
  }

  private static boolean load() {
    if (!Platform.isLinux() || !Platform.isIntel() || !Platform.is64Bit()) {
      return false;
    }
    URL openMp = OneDnn.class.getResource(FOLDER + "libgomp.so.1");
    URL library = OneDnn.class.getResource(FOLDER + "libdnnl.so.3");
    if (openMp == null || library == null) {
      return false;
    }
    try {
      File beside = Loader.cacheResource(openMp); // where the library looks for it
      File file = Loader.cacheResource(library);
      if (beside == null || file == null) {
        return false;
      }
      Map<String, ?> options = Map.of(Library.OPTION_FUNCTION_MAPPER, SNAKE_CASE);
      Native.register(OneDnn.class, NativeLibrary.getInstance(file.getPath(), options));
      return true;
    } catch (IOException | LinkageError e) {
      return false; // patches give the same results to rounding, at about half the speed
    }
  }

  /** {@return whether the library uses AVX-512 here} */
  static boolean avx512() {
    return Instructions.AVX512;
  }

  /** What the processor has, asked once for the process. */
  private static final class Instructions {
    /** This bit of an instruction set's number says that it includes AVX-512. */
    private static final int AVX512_BIT = 0x20;

    static final boolean AVX512 = (getEffectiveCpuIsa() & AVX512_BIT) != 0;
  }

  /** {@return the library's version, or that it is not there} */
  static String version() {
    if (!AVAILABLE) {
      return "none";
    }
    Pointer numbers = libraryVersion();
    return numbers.getInt(0) + "." + numbers.getInt(4) + "." + numbers.getInt(8);
  }

  /** Work that creates or runs primitives. */
  @FunctionalInterface
  interface Work {
    /** Does it. */
    void run();
  }

  /** Runs work with one OpenMP thread; the setting belongs to the calling thread. */
  static void single(Work work) {
    int threads = ompGetMaxThreads();
    if (threads == 1) {
      work.run();
      return;
    }
    ompSetNumThreads(1);
    try {
      work.run();
    } finally {
      ompSetNumThreads(threads);
    }
  }

  /** Throws if a call failed. */
  static void check(int status) {
    if (status != 0) {
      throw new IllegalStateException("oneDNN: expected status 0, got " + status);
    }
  }

  static long engine() {
    return Engine.HANDLE;
  }

  /** The processor, created once for the process. */
  private static final class Engine {
    static final long HANDLE = create();

    private static long create() {
      long[] engine = new long[1];
      check(engineCreate(engine, CPU, 0));
      return engine[0];
    }
  }

  static long stream() {
    long[] stream = new long[1];
    check(streamCreate(stream, engine(), IN_ORDER));
    return stream[0];
  }

  /** {@return a description of a FLOAT32 tensor; oneDNN names its extents [n, c, h, w]} */
  static long describe(int layout, long... extents) {
    long[] desc = new long[1];
    check(memoryDescCreateWithTag(desc, extents.length, extents, FLOAT32, layout));
    return desc[0];
  }

  /** {@return attributes of a primitive whose scratch memory the caller provides} */
  static long attributes() {
    long[] attributes = new long[1];
    check(primitiveAttrCreate(attributes));
    check(primitiveAttrSetScratchpadMode(attributes[0], USER_SCRATCHPAD));
    return attributes[0];
  }

  /** {@return which of oneDNN's implementations was chosen, such as brg_conv_fwd:avx512_core} */
  static String implementation(long primitiveDesc) {
    long[] name = new long[1];
    check(primitiveDescQuery(primitiveDesc, IMPLEMENTATION_NAME, 0, name));
    return new Pointer(name[0]).getString(0);
  }

  /** c ← alpha · op(a) · op(b) + beta · c, row-major, with op(a) [m, k] and op(b) [k, n]. */
  static native int sgemm(
      byte transposeA,
      byte transposeB,
      long m,
      long n,
      long k,
      float alpha,
      long a,
      long leadingA,
      long b,
      long leadingB,
      float beta,
      long c,
      long leadingC);

  static native int convolutionForwardPrimitiveDescCreate(
      long[] primitiveDesc,
      long engine,
      int propagation,
      int algorithm,
      long source,
      long weights,
      long bias,
      long destination,
      long[] strides,
      long[] dilations,
      long[] paddingBefore,
      long[] paddingAfter,
      long attributes);

  static native int convolutionBackwardDataPrimitiveDescCreate(
      long[] primitiveDesc,
      long engine,
      int algorithm,
      long sourceGradient,
      long weights,
      long destinationGradient,
      long[] strides,
      long[] dilations,
      long[] paddingBefore,
      long[] paddingAfter,
      long forward,
      long attributes);

  static native int convolutionBackwardWeightsPrimitiveDescCreate(
      long[] primitiveDesc,
      long engine,
      int algorithm,
      long source,
      long weightsGradient,
      long biasGradient,
      long destinationGradient,
      long[] strides,
      long[] dilations,
      long[] paddingBefore,
      long[] paddingAfter,
      long forward,
      long attributes);

  static native int reorderPrimitiveDescCreate(
      long[] primitiveDesc, long from, long fromEngine, long to, long toEngine, long attributes);

  static native long primitiveDescQueryMd(long primitiveDesc, int what, int index);

  static native int primitiveDescDestroy(long primitiveDesc);

  static native int primitiveAttrDestroy(long attributes);

  static native int primitiveCreate(long[] primitive, long primitiveDesc);

  static native int primitiveExecute(long primitive, long stream, int count, Pointer arguments);

  static native int primitiveDestroy(long primitive);

  static native int memoryCreate(long[] memory, long desc, long engine, long address);

  static native int memorySetDataHandle(long memory, long address);

  static native int memoryDestroy(long memory);

  static native long memoryDescGetSize(long desc);

  static native int memoryDescEqual(long a, long b);

  static native int memoryDescDestroy(long desc);

  static native int streamDestroy(long stream);

  private static native Pointer libraryVersion();

  private static native int getEffectiveCpuIsa();

  private static native int engineCreate(long[] engine, int kind, long index);

  private static native int streamCreate(long[] stream, long engine, int flags);

  private static native int memoryDescCreateWithTag(
      long[] desc, int rank, long[] extents, int type, int tag);

  private static native int primitiveAttrCreate(long[] attributes);

  private static native int primitiveAttrSetScratchpadMode(long attributes, int mode);

  private static native int primitiveDescQuery(long desc, int what, int index, long[] result);

  private static native int ompGetMaxThreads();

  private static native void ompSetNumThreads(int threads);
}
