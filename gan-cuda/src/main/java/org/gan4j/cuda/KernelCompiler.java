package org.gan4j.cuda;

import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Compiles kernels with NVRTC for one kind of device, or takes what the cache has. */
final class KernelCompiler {
  private final KernelCache cache;
  private final int capability;

  /**
   * Creates a compiler.
   *
   * @param cache where machine code is kept
   * @param capability the device's compute capability, such as 90 for 9.0
   */
  KernelCompiler(KernelCache cache, int capability) {
    this.cache = cache;
    this.capability = capability;
  }

  /** {@return an image that the driver loads} */
  byte[] image(String source) {
    String architecture = architecture();
    List<String> options = List.of("--gpu-architecture=" + architecture, "--std=c++17");
    String key = source + '\0' + options + '\0' + CudaLibraries.compilerVersion();
    return cache.get(key, () -> compile(source, options, architecture.startsWith("sm_")));
  }

  /**
   * Machine code for the device, or where the compiler is older than the device, code of the newest
   * architecture it knows that the driver translates.
   */
  String architecture() {
    int[] count = new int[1];
    Nvrtc.check(Nvrtc.nvrtcGetNumSupportedArchs(count), "NVRTC's architectures");
    int[] known = new int[count[0]];
    Nvrtc.check(Nvrtc.nvrtcGetSupportedArchs(known), "NVRTC's architectures");
    return Arrays.stream(known).anyMatch(each -> each == capability)
        ? "sm_" + capability
        : "compute_"
            + Arrays.stream(known)
                .filter(each -> each < capability)
                .max()
                .orElseThrow(() -> tooOld(known));
  }

  private CudaException tooOld(int[] known) {
    return new CudaException(
        "a device that NVRTC " + CudaLibraries.compilerVersion() + " has code for",
        "one of compute capability "
            + capability / 10
            + "."
            + capability % 10
            + ", older than "
            + Arrays.stream(known).min().orElse(0));
  }

  private static byte[] compile(String source, List<String> options, boolean machineCode) {
    long[] program = new long[1];
    Nvrtc.check(Nvrtc.nvrtcCreateProgram(program, source, "gan4j.cu", 0, 0, 0), "NVRTC's program");
    try {
      Pointer texts = new StringArray(options.toArray(String[]::new));
      int status = Nvrtc.nvrtcCompileProgram(program[0], options.size(), texts);
      if (status != 0) {
        throw new CudaException("the kernels to compile", log(program[0]));
      }
      return machineCode ? machineCode(program[0]) : portableCode(program[0]);
    } finally {
      Nvrtc.check(Nvrtc.nvrtcDestroyProgram(program), "the end of NVRTC's program");
    }
  }

  private static byte[] machineCode(long program) {
    long[] bytes = new long[1];
    Nvrtc.check(Nvrtc.nvrtcGetCUBINSize(program, bytes), "the size of the kernels");
    byte[] image = new byte[(int) bytes[0]];
    Nvrtc.check(Nvrtc.nvrtcGetCUBIN(program, image), "a copy of the kernels");
    return image;
  }

  private static byte[] portableCode(long program) {
    long[] bytes = new long[1];
    Nvrtc.check(Nvrtc.nvrtcGetPTXSize(program, bytes), "the size of the kernels");
    byte[] image = new byte[(int) bytes[0]];
    Nvrtc.check(Nvrtc.nvrtcGetPTX(program, image), "a copy of the kernels");
    return image;
  }

  private static String log(long program) {
    long[] bytes = new long[1];
    Nvrtc.check(Nvrtc.nvrtcGetProgramLogSize(program, bytes), "the size of NVRTC's log");
    byte[] log = new byte[(int) bytes[0]];
    Nvrtc.check(Nvrtc.nvrtcGetProgramLog(program, log), "NVRTC's log");
    return new String(log, StandardCharsets.UTF_8).replace("\0", "").strip();
  }
}
