package org.gan4j.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Describes this computer. */
final class Machine {
  private static final Path LINUX = Path.of("/proc/cpuinfo");
  private static final String MAC = "/usr/sbin/sysctl";

  private Machine() {}

  static String system() {
    return System.getProperty("os.name") + " " + System.getProperty("os.version");
  }

  /** The name of the processor, or the architecture if the system does not report a name. */
  static String processor() {
    String architecture = System.getProperty("os.arch");
    try {
      if (Files.isReadable(LINUX)) {
        return linux(architecture);
      }
      return Files.isExecutable(Path.of(MAC)) ? mac(architecture) : architecture;
    } catch (IOException e) {
      return architecture;
    }
  }

  private static String linux(String otherwise) throws IOException {
    try (Stream<String> lines = Files.lines(LINUX)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(otherwise);
    }
  }

  private static String mac(String otherwise) throws IOException {
    Process process = new ProcessBuilder(MAC, "-n", "machdep.cpu.brand_string").start();
    try {
      String name =
          new String(process.getInputStream().readAllBytes(), Charset.defaultCharset()).strip();
      return process.waitFor(1, TimeUnit.SECONDS) && !name.isEmpty() ? name : otherwise;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return otherwise;
    } finally {
      process.destroy();
    }
  }
}
