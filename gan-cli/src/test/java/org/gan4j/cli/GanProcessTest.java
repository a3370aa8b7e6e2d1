package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gan4j.train.run.Checkpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests that need a process of their own, for environment variables and signals. */
@DisabledOnOs(OS.WINDOWS)
class GanProcessTest {
  @TempDir Path temp;
  private GanProcess gan;

  private void start(String... args) throws IOException {
    gan = new GanProcess(temp).start(args);
  }

  @AfterEach
  void end() {
    gan.close();
  }

  private void fetchScript(String text) throws IOException {
    Path script = temp.resolve("checkout").resolve("scripts").resolve("fetch-data");
    Files.createDirectories(script.getParent());
    Files.writeString(script, "#!/bin/sh\n" + text + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void aTerminationSavesTheRun() throws Exception {
    start("train", "--data", "gaussian", "--steps", "100000000", "--checkpoint-every", "1");
    Path checkpoints = temp.resolve("runs").resolve("gaussian-1").resolve("checkpoints");
    while (gan.process().isAlive() && !hasCheckpoint(checkpoints)) {
      gan.process().waitFor(20, TimeUnit.MILLISECONDS);
    }
    gan.process().destroy();
    assertThat(gan.exit()).as(gan.err()).isEqualTo(130);
    String err = gan.err();
    assertThat(err).contains("then saving").containsPattern("Interrupted at step \\d+, saved\\.");
    long step = Long.parseLong(err.replaceAll("(?s).*Interrupted at step (\\d+).*", "$1"));
    Path last = checkpoints.resolve(String.format(Locale.ROOT, "step-%06d.safetensors", step));
    assertThat(Checkpoint.read(last).steps()).isEqualTo(step);
    assertThat(gan.out()).contains(last.getFileName().toString());
  }

  private static boolean hasCheckpoint(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".safetensors"));
    }
  }

  @Test
  void requestedImagesThatCannotBeDownloadedAreBadData() throws Exception {
    fetchScript("echo no network here >&2; exit 1");
    start("train", "--data", "mnist");
    assertThat(gan.exit()).isEqualTo(3);
    assertThat(gan.err())
        .contains("no network here", "mnist: expected its four files in", "--data ring");
    assertThat(temp.resolve("runs")).doesNotExist();
  }

  @Test
  void withoutImagesTheDefaultIsPoints() throws Exception {
    fetchScript("exit 1");
    start("train", "--steps", "1");
    assertThat(gan.exit()).isZero();
    assertThat(gan.err()).contains("Training on ring instead");
    assertThat(temp.resolve("runs").resolve("ring-1").resolve("metrics.csv")).isNotEmptyFile();
  }
}
