package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gan4j.train.run.RunDirectory;
import org.gan4j.train.run.RunLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResumeTest {
  @TempDir private Path temp;
  private RunDirectory run;

  /** A finished run; its networks are those of the preset, whose rates follow its length. */
  private void train(String data, int steps) {
    run = new RunDirectory(temp.resolve(data));
    Outcome outcome =
        Outcome.of(
            "train",
            "--data",
            data,
            "--batch",
            4,
            "--steps",
            steps,
            "--threads",
            1,
            "--out",
            run.path(),
            "--checkpoint-every",
            2);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
  }

  /** Takes back the end of a run, as if it had been killed. */
  private void cutTo(long step) throws IOException {
    for (long other : run.checkpointSteps().tailSet(step + 1).stream().toList()) {
      Files.delete(run.checkpoint(other));
    }
  }

  private Outcome resume(Object... more) {
    Stream<Object> words = Stream.of("train", "--resume", run.path());
    return Outcome.of(Stream.concat(words, Stream.of(more)).toArray());
  }

  @Test
  void aRunGoesOnToTheSameEnd() throws IOException {
    train("ring", 6);
    byte[] metrics = Files.readAllBytes(run.metrics());
    byte[] checkpoint = Files.readAllBytes(run.checkpoint(6));
    cutTo(4);
    Outcome outcome = resume("--strict", "--json");
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.err())
        .startsWith("Resuming " + run.path() + ": step 4 of 6 steps, batch 4, ")
        .doesNotContain("machine");
    JsonNode json = outcome.json();
    assertThat(json.path("steps").asInt()).isEqualTo(6);
    assertThat(json.path("resumed_at").asInt()).isEqualTo(4);
    assertThat(json.path("best").path("checkpoint").asText()).endsWith(".safetensors");
    assertThat(json.path("best").path("modes").isNumber()).isTrue();
    assertThat(run.metrics()).hasBinaryContent(metrics);
    assertThat(run.checkpoint(6)).hasBinaryContent(checkpoint);
  }

  @Test
  void theTextCountsTheStepsOfThisTimeAndNamesTheBest() throws IOException {
    train("ring", 6);
    cutTo(4);
    assertThat(resume().out())
        .startsWith("2 steps in ")
        .contains(", 6 in all; at the end ")
        .containsPattern("\\n {2}last +\\S+step-000006.safetensors\\n")
        .containsPattern(
            "\\n {2}best +\\S+ \\(by its picture's samples: modes \\d+, then high_quality \\S+\\)");
  }

  @Test
  void aFinishedRunAsksForMoreSteps() {
    train("gaussian", 2);
    assertThat(resume())
        .isEqualTo(
            new Outcome(
                2,
                "",
                run.path()
                    + ": expected steps left to train, got a run with 2 of 2; ask for more with"
                    + " --steps\n"));
  }

  @Test
  void ratesThatFollowTheLengthAreNotStretchedUnasked() throws IOException {
    train("gaussian", 4);
    Outcome refused = resume("--steps", 8);
    assertThat(refused)
        .isEqualTo(
            new Outcome(
                2,
                "",
                run.path()
                    + ": expected the planned 4 steps, since a learning rate follows the length of"
                    + " the run, got 8; leave --steps out, or add --stretch-schedules to go on with"
                    + " rates of the new length\n"));
    Outcome stretched = resume("--steps", 8, "--stretch-schedules");
    assertThat(stretched.exit()).as(stretched.err()).isZero();
    assertThat(run.checkpoint(8)).exists();
    assertThat(Files.readString(run.config())).contains("\"steps\" : 8");
  }

  @Test
  void anotherNumberOfThreadsIsWarnedOfOrRefused() throws IOException {
    train("gaussian", 4);
    cutTo(2);
    assertThat(resume("--threads", 2, "--strict"))
        .isEqualTo(
            new Outcome(
                2,
                "",
                run.path()
                    + ": expected the machine of the checkpoint, got threads 2, was 1; go on where"
                    + " it was made, or without --strict\n"));
    assertThat(run.checkpoint(4)).doesNotExist();
    Outcome warned = resume("--threads", 2);
    assertThat(warned.exit()).as(warned.err()).isZero();
    assertThat(warned.err())
        .contains(
            "Not the machine of the checkpoint, so last digits may differ: threads 2, was 1\n");
  }

  @Test
  void aDamagedCheckpointIsSaidNotToBeUsed() throws IOException {
    train("gaussian", 4);
    Files.write(run.checkpoint(4), new byte[5]);
    Outcome outcome = resume();
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.err())
        .startsWith("Not used: safetensors " + run.checkpoint(4) + ": expected at least 8 bytes")
        .contains("step 2 of 4 steps");
  }

  @Test
  void whatIsNotARunIsNamed() {
    run = new RunDirectory(temp.resolve("none"));
    assertThat(resume())
        .isEqualTo(
            new Outcome(
                2,
                "",
                run.path()
                    + ": expected a run directory, got no such folder; gan train makes one\n"));
  }

  @Test
  void aLockedRunIsNotTouched() throws IOException {
    train("gaussian", 4);
    cutTo(2);
    try (RunLock lock = RunLock.of(run)) {
      assertThat(resume())
          .isEqualTo(
              new Outcome(
                  5,
                  "",
                  lock.directory().path()
                      + ": expected a run that nothing else works on, got one locked by this"
                      + " process; wait until it ends, or stop it\n"));
    }
    assertThat(resume().exit()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "--data, ring",
    "--seed, 3",
    "--out, x",
    "--checkpoint-every, 3",
    "--loss, minimax",
    "--batch, 5"
  })
  void settingsOfANewRunAreRefused(String option, String value) {
    run = new RunDirectory(temp);
    assertThat(resume(option, value))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "--resume: expected the run's own settings, got "
                    + option
                    + "; leave it out, or start a new run with --config "
                    + temp
                    + "/config.json\n"));
  }

  @ParameterizedTest
  @CsvSource({"--strict", "--stretch-schedules"})
  void optionsOfAResumedRunAreRefusedForANewOne(String option) {
    assertThat(Outcome.of("train", option))
        .isEqualTo(new Outcome(2, "", option + ": expected --resume with it, got a new run\n"));
  }

  @Test
  void keepIsANumber() {
    assertThat(Outcome.of("train", "--keep", -1))
        .isEqualTo(new Outcome(2, "", "--keep: expected a number of checkpoints >= 0, got -1\n"));
  }

  @Test
  void keepCanBeChangedAndIsKept() throws IOException {
    train("gaussian", 10);
    assertThat(run.checkpointSteps()).containsExactly(6L, 8L, 10L);
    cutTo(6);
    assertThat(resume("--keep", 1).exit()).isZero();
    assertThat(run.checkpointSteps()).containsExactly(10L);
    assertThat(Files.readString(run.output())).contains("\"keep\" : 1");
  }
}
