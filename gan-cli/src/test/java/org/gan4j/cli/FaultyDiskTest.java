package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every operation by which a run changes its folder fails once: faulty_disk.c stands between Java
 * and the system, and {@link FaultyDisk} trains in a process that it is loaded into.
 */
@EnabledOnOs(OS.LINUX)
class FaultyDiskTest {
  @TempDir private Path temp;
  private Path library;

  @BeforeEach
  void compile() throws Exception {
    Path source = temp.resolve("faulty_disk.c");
    try (InputStream code = FaultyDiskTest.class.getResourceAsStream("faulty_disk.c")) {
      Files.copy(code, source);
    }
    library = temp.resolve("faulty_disk.so");
    int exit;
    try {
      exit = run(List.of("cc", "-shared", "-fPIC", "-o", library.toString(), source.toString()));
    } catch (IOException e) {
      exit = -1; // no such command
    }
    assumeThat(exit).as("exit code of cc, a C compiler; install gcc").isZero();
  }

  private int run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(temp.resolve("out").toFile());
    if (library != null && Files.exists(library)) {
      builder.environment().put("LD_PRELOAD", library.toString());
      builder.environment().put("FAULTY_DISK", temp.resolve("disk").toString());
    }
    Process process = builder.start();
    try {
      assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void whateverFailsWhileARunSavesTheEarlierCheckpointStays() throws Exception {
    int exit =
        run(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                FaultyDisk.class.getName(),
                temp.resolve("disk").toString(),
                library.toString()));
    String out = Files.readString(temp.resolve("out"));
    assertThat(exit).as(out).isZero();
    assertThat(out)
        .contains("Input/output error: open", "Input/output error: write")
        .contains("Input/output error: fsync", "Input/output error: rename")
        .contains("No space left on device: open", "No space left on device: write");
  }
}
