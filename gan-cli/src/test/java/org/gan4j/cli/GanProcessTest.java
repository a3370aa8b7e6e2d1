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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private Path startLong() throws Exception {
    start("train", "--data", "gaussian", "--steps", "100000000", "--checkpoint-every", "100");
    Path checkpoints = temp.resolve("runs").resolve("gaussian-1").resolve("checkpoints");
    while (gan.process().isAlive() && !hasCheckpoint(checkpoints)) {
      gan.process().waitFor(20, TimeUnit.MILLISECONDS);
    }
    return checkpoints;
  }

  private void signal(String name) throws Exception {
    String pid = Long.toString(gan.process().pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void aSignalSavesTheRun(String signal, int code) throws Exception {
    Path checkpoints = startLong();
    signal(signal);
    assertThat(gan.exit()).as(gan.err()).isEqualTo(code);
    String err = gan.err();
    assertThat(err)
        .contains("then saving")
        .containsPattern(
            "Interrupted at step \\d+, saved\\. Go on with --resume runs/gaussian-1\n");
    long step = Long.parseLong(err.replaceAll("(?s).*Interrupted at step (\\d+).*", "$1"));
    Path last = checkpoints.resolve(String.format(Locale.ROOT, "step-%06d.safetensors", step));
    assertThat(Checkpoint.read(last).steps()).isEqualTo(step);
    assertThat(gan.out()).contains(last.getFileName().toString());
  }

  @Test
  void theSecondProcessOnARunIsToldOfTheFirst() throws Exception {
    Path run = startLong().getParent();
    Outcome second = Outcome.of("train", "--resume", run);
    assertThat(second)
        .isEqualTo(
            new Outcome(
                5,
                "",
                run
                    + ": expected a run that nothing else works on, got one locked by process "
                    + gan.process().pid()
                    + "; wait until it ends, or stop it\n"));
    gan.process().destroyForcibly().waitFor();
    Outcome third = Outcome.of("train", "--resume", run, "--threads", 1000);
    assertThat(third.err()).as("not locked any more").contains("threads: expected at most ");
    assertThat(run.resolve("config.json")).content().doesNotContain("\"threads\" : 1000");
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
        .contains(
            "no network here",
            "mnist: expected its files train-images-idx3-ubyte, ",
            "--data ring");
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
