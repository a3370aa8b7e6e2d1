package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A study that is killed again and again, and started again each time, ends with the same files.
 * The build kills a few times, {@code -Dgan4j.kills=100} more often.
 */
@DisabledOnOs(OS.WINDOWS)
class KilledStudyTest {
  private static final int KILLS = Integer.getInteger("gan4j.kills", 3);

  @TempDir private Path temp;

  private GanProcess sweep(String out) throws IOException {
    return new GanProcess(temp).start("sweep", "study.json", "--out", out, "--workers", "2");
  }

  private void writeStudy() throws IOException {
    Files.writeString(
        temp.resolve("study.json"),
        String.format(
            Locale.ROOT,
            """
        { "format": 1,
          "base": { "type": "preset", "preset": "gaussian" },
          "axes": [ { "type": "values", "settings": ["training.batch"], "values": [ 16, 32 ] } ],
          "seeds": { "first": 1, "count": %d },
          "trials": { "steps": 200, "checkpointsEvery": 10 } }
        """,
            2 * KILLS));
  }

  /** The trials' metrics and checkpoints; -1 for a checkpoint's size that is not whole yet. */
  private SortedMap<String, String> files(String out) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(temp.resolve(out).resolve("trials"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = temp.resolve(out).relativize(file).toString();
        if (name.endsWith("metrics.csv") || name.endsWith(".safetensors")) {
          files.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return files;
  }

  private long checkpoints() throws IOException {
    Path trials = temp.resolve("killed").resolve("trials");
    if (!Files.exists(trials)) {
      return 0;
    }
    try (Stream<Path> all = Files.walk(trials)) {
      return all.filter(file -> file.toString().endsWith("result.json")).count();
    } catch (UncheckedIOException e) {
      return 0; // a file went while it was counted
    }
  }

  @Test
  void killedAndStartedAgainItEndsWithTheSameFiles() throws Exception {
    writeStudy();
    try (GanProcess gan = sweep("whole")) {
      assertThat(gan.exit()).as(gan.err()).isZero();
    }
    Random random = new Random(1);
    for (int kill = 0; kill < KILLS; kill++) {
      long before = checkpoints();
      try (GanProcess gan = sweep("killed")) {
        while (gan.process().isAlive() && checkpoints() <= before) {
          gan.process().waitFor(5, TimeUnit.MILLISECONDS);
        }
        gan.process().waitFor(random.nextInt(100), TimeUnit.MILLISECONDS);
        gan.process().destroyForcibly().waitFor();
      }
    }
    assertThat(checkpoints()).isBetween((long) KILLS, 4L * KILLS - 1);
    try (GanProcess gan = sweep("killed")) {
      assertThat(gan.exit()).as(gan.err()).isZero();
      assertThat(gan.err()).contains("/" + 4 * KILLS + " trials were done before");
    }
    assertThat(files("killed")).isEqualTo(files("whole"));
  }
}
