package org.gan4j.core.backend.cpu;

import com.sun.jna.NativeLibrary;
import org.bytedeco.javacpp.Loader;

/** The name of the kernel set that OpenBLAS chose for this processor. */
final class BlasKernel {
  private BlasKernel() {}

  /** {@return the kernel's name, such as SkylakeX or Zen, or why it is not known} */
  static String name() {
    Blas.loadNatives();
    return Loader.getLoadedLibraries().values().stream()
        .filter(path -> path.contains("openblas_nolapack"))
        .findFirst()
        .map(BlasKernel::ask)
        .orElse("not known: OpenBLAS was not loaded as a library of its own");
  }

  private static String ask(String library) {
    try {
      return NativeLibrary.getInstance(library)
          .getFunction("openblas_get_corename")
          .invokeString(new Object[0], false);
    } catch (LinkageError e) {
      return "not known: " + e.getMessage();
    }
  }
}
