package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.cli.CheckpointScores.Row;
import org.gan4j.data.DataException;
import org.gan4j.data.sets.DataSets;
import org.gan4j.data.sets.ImageSet;
import org.gan4j.train.config.Presets;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointScoresTest {
  @TempDir private Path temp;

  private static Row row(long step, boolean averaged, double fcd, double inception) {
    List<ScoreFigure> figures =
        List.of(
            new ScoreFigure("fcd", "FCD", fcd, 0.5),
            new ScoreFigure("fcd_class_0", "  class 0", 9, 9),
            new ScoreFigure("inception_style_score", "Inception-style score", inception, 9.9));
    Path file = Path.of("step-" + step);
    return Row.of(
        new TrainedRun.Generator(file, null, step, Presets.named("mnist"), averaged),
        new ImageScore(Optional.empty(), figures, 64));
  }

  /** A log of a GAN that is best in the middle. */
  private static final CheckpointScores SCORES =
      new CheckpointScores(
          List.of(row(100, false, 49, 8), row(100, true, 52, 9), row(200, false, 137, 7)));

  @Test
  void theBestAndTheLastAreNamed() {
    assertThat(SCORES.text().lines())
        .containsExactly(
            "    step  parameters                                  FCD Inception-style score",
            "     100  last parameters                              49                     8  best",
            "     100  averaged parameters (EMA)                    52                     9",
            "     200  last parameters                             137                     7"
                + "  last checkpoint",
            "best: step 100, last parameters, by FCD (smaller is better), chosen among these 3 on"
                + " the samples and pictures of this table",
            "The best of many is better by chance too: compare runs by their last checkpoints, or"
                + " say that it is the best.");
  }

  @Test
  void jsonSaysTheSame() {
    JsonNode json = SCORES.json();
    assertThat(json.path("best_by").asText()).isEqualTo("fcd");
    assertThat(json.path("larger_is_better").asBoolean()).isFalse();
    JsonNode rows = json.path("checkpoints");
    assertThat(rows)
        .extracting(row -> row.path("best").asBoolean())
        .containsExactly(true, false, false);
    assertThat(rows)
        .extracting(row -> row.path("last").asBoolean())
        .containsExactly(false, false, true);
    assertThat(rows)
        .extracting(row -> row.path("parameters").asText())
        .containsExactly("last", "averaged", "last");
    assertThat(rows)
        .extracting(row -> row.path("fcd").asDouble())
        .containsExactly(49.0, 52.0, 137.0);
  }

  @Test
  void oneCheckpointOrAll() throws IOException {
    Path file = Files.createFile(temp.resolve("a.safetensors"));
    assertThat(Outcome.of("score", temp, "--checkpoints", "--checkpoint", file).err())
        .isEqualTo("--checkpoints: expected all of RUN_DIR, got --checkpoint; name one or all\n");
    assertThat(Outcome.of("score", temp, "--checkpoints", "--at-least", 0.5).err())
        .isEqualTo("--at-least: expected one checkpoint, got --checkpoints\n");
    assertThat(Outcome.of("score", temp, "--checkpoints").err())
        .startsWith(temp + ": expected a checkpoint in checkpoints/, got none");
  }

  /** The preset averages its generator, so each checkpoint has two rows, which differ. */
  @Test
  void everyCheckpointHasARowOfEachOfItsParameters() throws IOException {
    Assumptions.assumeTrue(
        DataSets.ofEnvironment().has(ImageSet.MNIST), "no MNIST here: scripts/fetch-data mnist");
    Path run = temp.resolve("run");
    Stream<Object> training =
        Stream.of("train", "--data", "mnist", "--steps", 4, "--checkpoint-every", 2, "--out", run);
    assertThat(Outcome.of(training.toArray()).exit()).isZero();
    Outcome outcome = scored(run);
    JsonNode rows = outcome.json().path("checkpoints");
    assertThat(rows)
        .extracting(row -> row.path("step").asInt() + " " + row.path("parameters").asText())
        .containsExactly("2 last", "2 averaged", "4 last", "4 averaged");
    assertThat(rows.get(2).path("counts")).isNotEqualTo(rows.get(3).path("counts"));
    assertThat(outcome.err()).doesNotContain("Scored before");
    // As if it had been stopped before the last one.
    KeptScores kept = KeptScores.in(run.resolve("scores.json"));
    assertThat(kept.of("another question")).isEmpty();
    JsonNode file = new ObjectMapper().readTree(run.resolve("scores.json").toFile());
    ((ArrayNode) file.path("rows")).remove(3);
    Files.writeString(run.resolve("scores.json"), file.toString());
    Outcome again = scored(run);
    assertThat(again.err().lines().filter(line -> line.startsWith("Scored before"))).hasSize(3);
    assertThat(again.err().lines().filter(line -> line.startsWith("Scoring"))).hasSize(1);
    assertThat(again.out()).isEqualTo(outcome.out());
  }

  private static Outcome scored(Path run) {
    Outcome outcome =
        Outcome.of(
            "score",
            run,
            "--checkpoints",
            "--metrics",
            "classes",
            "--n",
            100,
            "--confidence",
            0.5,
            "--json");
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    return outcome;
  }

  @Test
  void scoresThatCannotBeReadAreNamed() throws IOException {
    Path file = temp.resolve("scores.json");
    for (String damaged : List.of("{\"gan4j_scores\": 1, \"rows\": [", "{}", "[1]", "")) {
      Files.writeString(file, damaged);
      assertThatThrownBy(() -> KeptScores.in(file))
          .as(damaged)
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith(
              file + ": expected the scores of an earlier gan score --checkpoints, got ")
          .hasMessageEndingWith("; remove the file to measure all of them again");
    }
    Files.writeString(file, "{\"gan4j_scores\": 1, \"rows\": [{\"of\": \"x\"}]}");
    assertThatThrownBy(() -> KeptScores.in(file))
        .hasMessageContaining("got a row without numbers or score");
  }
}
