package org.gan4j.core.backend.cpu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The name of the kernel set that OpenBLAS chose for this processor. OpenBLAS says it only on its
 * error stream while it loads, so a short-lived JVM of the same class path is asked.
 */
final class BlasKernel {
  private static final String MARK = "Core: ";
  private static final int PATIENCE_SECONDS = 20;

  private BlasKernel() {}

  private static final class Holder {
    static final String NAME = ask();
  }

  /** {@return the kernel's name, such as SkylakeX or Zen, or a reason why it is not known} */
  static String name() {
    return Holder.NAME;
  }

  /** Loads OpenBLAS, which then prints its kernel. */
  public static void main(String[] args) {
    Blas.load();
  }

  private static String ask() {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            BlasKernel.class.getName());
    builder.environment().put("OPENBLAS_VERBOSE", "2");
    builder.redirectErrorStream(true);
    try {
      Process process = builder.start();
      Optional<String> line;
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        line = reader.lines().filter(text -> text.startsWith(MARK)).findFirst();
      }
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return line.map(text -> text.substring(MARK.length()).strip())
          .orElse("not reported by this OpenBLAS");
    } catch (IOException e) {
      return "not known (" + e.getMessage() + ")";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "not known (interrupted)";
    }
  }
}
