package org.gan4j.cuda;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.util.Optional;

/** Finds the driver, NVRTC and cuBLAS, in versions that work together, and binds them once. */
final class CudaLibraries {
  /** Kernel parameters of graphs, and the compiler's machine code, are as they are since then. */
  private static final int OLDEST = 12;

  private static final int THOUSAND = 1000;

  /** Major, minor and patch, which cuBLAS numbers 0, 1 and 2. */
  private static final int VERSION_PARTS = 3;

  private static String bound;

  private CudaLibraries() {}

  /**
   * Binds the libraries that are in these folders, unless some are bound already.
   *
   * @return what is missing and what to do, or nothing if all is there
   */
  static synchronized Optional<String> problem(LibraryFolders folders) {
    if (bound == null) {
      bound = bind(folders);
    }
    Optional<String> problem = bound.isEmpty() ? Optional.empty() : Optional.of(bound);
    if (problem.isPresent()) {
      bound = null; // a later call may name other folders
    }
    return problem;
  }

  /** Looks for the libraries again at the next call. */
  static synchronized void forget() {
    bound = null;
  }

  private static String bind(LibraryFolders folders) {
    if (!Platform.isLinux() || !Platform.is64Bit()) {
      return "expected Linux on a 64-bit machine, got "
          + System.getProperty("os.name")
          + " on "
          + System.getProperty("os.arch")
          + "; use the backend cpu";
    }
    Optional<NativeLibrary> driver = folders.load("libcuda.so.1");
    if (driver.isEmpty()) {
      return "expected NVIDIA's driver (libcuda.so.1), got none; on a machine with an NVIDIA GPU"
          + " install the driver, in a container start it with --gpus all";
    }
    try {
      Driver.bind(driver.get());
    } catch (UnsatisfiedLinkError e) {
      return tooOld("a function is missing: " + e.getMessage());
    }
    int status = Driver.cuInit(0);
    if (status != 0) {
      return "expected NVIDIA's driver to start, got "
          + Driver.error(status)
          + "; see that nvidia-smi lists a device";
    }
    int supported = driverVersion() / THOUSAND;
    if (supported < OLDEST) {
      return tooOld("it supports CUDA " + version(driverVersion()));
    }
    return companions(folders, supported);
  }

  private static String companions(LibraryFolders folders, int supported) {
    for (int major = supported; major >= OLDEST; major--) {
      Optional<NativeLibrary> compiler =
          folders.load("libnvrtc.so." + major, "libnvrtc-builtins.so." + major + "*");
      Optional<NativeLibrary> products =
          folders.load("libcublas.so." + major, "libcublasLt.so." + major);
      if (compiler.isPresent() && products.isPresent()) {
        Nvrtc.bind(compiler.get());
        Cublas.bind(products.get());
        return "";
      }
      if (compiler.isPresent()) {
        return missing("cuBLAS (libcublas.so." + major + ")", major);
      }
      if (products.isPresent()) {
        return missing("NVRTC (libnvrtc.so." + major + ")", major);
      }
    }
    if (folders.load("libnvrtc.so." + (supported + 1)).isPresent()) {
      return tooOld(
          "it supports CUDA "
              + version(driverVersion())
              + ", but the libraries here are those of CUDA "
              + (supported + 1));
    }
    return missing("NVRTC and cuBLAS of CUDA " + supported, supported);
  }

  private static String missing(String what, int major) {
    String suffix = major == OLDEST ? "-cu" + major : "";
    return "expected "
        + what
        + ", got none; install the CUDA toolkit, or run pip install nvidia-cublas"
        + suffix
        + " nvidia-cuda-nvrtc"
        + suffix
        + " (PyTorch brings both), and where they are in another folder set"
        + " GAN4J_CUDA_LIBRARIES=DIR";
  }

  private static String tooOld(String why) {
    return "expected a newer NVIDIA driver, got an old one ("
        + why
        + "); install driver 580 or newer for CUDA 13, 525 or newer for CUDA 12";
  }

  /** {@return the newest CUDA that the driver supports, such as 13010 for 13.1} */
  static int driverVersion() {
    int[] version = new int[1];
    Driver.check(Driver.cuDriverGetVersion(version), "the driver's version");
    return version[0];
  }

  /** {@return NVRTC's version, such as 13.1} */
  static String compilerVersion() {
    int[] major = new int[1];
    int[] minor = new int[1];
    Nvrtc.check(Nvrtc.nvrtcVersion(major, minor), "NVRTC's version");
    return major[0] + "." + minor[0];
  }

  /** {@return cuBLAS's version, such as 13.1.0} */
  static String productsVersion() {
    int[] part = new int[1];
    StringBuilder version = new StringBuilder();
    for (int i = 0; i < VERSION_PARTS; i++) {
      Cublas.check(Cublas.cublasGetProperty(i, part), "cuBLAS's version");
      version.append(i == 0 ? "" : ".").append(part[0]);
    }
    return version.toString();
  }

  /** {@return a version number as people write it} */
  static String version(int number) {
    return number / THOUSAND + "." + number % THOUSAND / 10;
  }
}
