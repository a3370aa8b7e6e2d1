package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.train.run.RunDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is killed again and again, and goes on each time, ends with the same files. Some of
 * the kills hit it while it writes a file. The build kills 20 times, {@code -Dgan4j.kills=100} more
 * often.
 */
@DisabledOnOs(OS.WINDOWS)
class KilledRunTest {
  private static final int KILLS = Integer.getInteger("gan4j.kills", 20);

  /** Training takes about as long as saving: a step is short, and every second one is saved. */
  private static final int STEPS = 40 * KILLS;

  @TempDir private Path temp;

  private GanProcess gan() {
    return new GanProcess(temp);
  }

  private GanProcess begin(String out) throws IOException {
    return gan()
        .start(
            "train",
            "--data",
            "gaussian",
            "--steps",
            Integer.toString(STEPS),
            "--checkpoint-every",
            "2",
            "--threads",
            "1",
            "--out",
            out);
  }

  private GanProcess resume() throws IOException {
    return gan().start("train", "--resume", "killed");
  }

  /**
   * Waits until the process has saved something, and then, by chance, for a random time or for the
   * beginning of a file.
   */
  private static void kill(GanProcess gan, RunDirectory run, Random random) throws Exception {
    long before = last(run);
    while (gan.process().isAlive() && last(run) <= before) {
      gan.process().waitFor(5, TimeUnit.MILLISECONDS);
    }
    if (random.nextBoolean()) {
      gan.process().waitFor(random.nextInt(100), TimeUnit.MILLISECONDS);
    } else {
      while (gan.process().isAlive() && !cutOff(run)) {
        Thread.onSpinWait();
      }
    }
    gan.process().destroyForcibly().waitFor();
  }

  /** {@return whether there is the beginning of a file that was not complete} */
  private static boolean cutOff(RunDirectory run) throws IOException {
    try (Stream<Path> files = Files.list(run.path().resolve("checkpoints"))) {
      return files.anyMatch(file -> file.toString().endsWith(".tmp"));
    }
  }

  private static long last(RunDirectory run) throws IOException {
    return run.checkpointSteps().isEmpty() ? 0 : run.checkpointSteps().last();
  }

  @Test
  void killedAndResumedItEndsWithTheSameFiles() throws Exception {
    RunDirectory whole = new RunDirectory(temp.resolve("whole"));
    try (GanProcess gan = begin("whole")) {
      assertThat(gan.exit()).as(gan.err()).isZero();
    }
    RunDirectory run = new RunDirectory(temp.resolve("killed"));
    Random random = new Random(1);
    int kills = 0;
    int inside = 0;
    try (GanProcess gan = begin("killed")) {
      kill(gan, run, random);
    }
    while (++kills < KILLS && last(run) < STEPS) {
      inside += cutOff(run) ? 1 : 0;
      try (GanProcess gan = resume()) {
        kill(gan, run, random);
      }
    }
    System.out.println(kills + " kills, " + inside + " of them while a file was written");
    if (last(run) < STEPS) {
      try (GanProcess gan = resume()) {
        assertThat(gan.exit()).as(gan.err()).isZero();
      }
    }
    assertThat(kills).isEqualTo(KILLS);
    assertThat(run.metrics()).hasSameBinaryContentAs(whole.metrics());
    assertThat(run.checkpointSteps()).isEqualTo(whole.checkpointSteps());
    for (long step : whole.checkpointSteps()) {
      assertThat(run.checkpoint(step)).hasSameBinaryContentAs(whole.checkpoint(step));
    }
    assertThat(names(run)).isEqualTo(names(whole));
  }

  private static Set<String> names(RunDirectory run) throws IOException {
    try (Stream<Path> files = Files.walk(run.path())) {
      return files
          .map(file -> run.path().relativize(file).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
