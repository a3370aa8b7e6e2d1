package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainAndSampleTest {
  @TempDir Path temp;
  private Path run;
  private Outcome training;

  @BeforeEach
  void train() {
    run = temp.resolve("run");
    training = train("gaussian", run, 4, "--json");
  }

  private static Outcome train(String data, Path out, int steps, String... more) {
    Stream<Object> words =
        Stream.of(
            "train",
            "--data",
            data,
            "--backend",
            "reference",
            "--batch",
            8,
            "--steps",
            steps,
            "--threads",
            1,
            "--out",
            out);
    return Outcome.of(Stream.concat(words, Stream.of(more)).toArray());
  }

  @Test
  void trainingPrintsThePathsOfItsFiles() throws IOException {
    assertThat(training.exit()).as(training.err()).isZero();
    JsonNode json = training.json();
    assertThat(json.path("steps").asLong()).isEqualTo(4);
    assertThat(json.path("interrupted").asBoolean()).isFalse();
    assertThat(json.path("steps_per_second").asDouble()).isPositive();
    assertThat(json.path("last").path("discriminator_loss").asDouble()).isPositive().isFinite();
    for (String file : List.of("config", "samples", "checkpoint", "metrics")) {
      assertThat(Path.of(json.path(file).asText())).as(file).isNotEmptyFile();
    }
    assertThat(training.err()).startsWith("Training gaussian into " + run + ": 4 steps, batch 8");
  }

  @Test
  void theTextEndsWithTheNextCommand() {
    Outcome text = train("ring", temp.resolve("ring"), 2);
    assertThat(text.exit()).as(text.err()).isZero();
    assertThat(text.out())
        .contains("step-000002.png", "step-000002.safetensors", "metrics.csv")
        .endsWith("sample " + temp.resolve("ring") + " --n 1000 --out points.csv\n");
  }

  @Test
  void oneSeedGivesOneTable() throws IOException {
    Path a = temp.resolve("a.csv");
    Path b = temp.resolve("b.csv");
    Path c = temp.resolve("c.csv");
    assertThat(Outcome.of("sample", run, "--n", 5, "--seed", 7, "--out", a).exit()).isZero();
    assertThat(Outcome.of("sample", run, "--n", 5, "--seed", 7, "--out", b).exit()).isZero();
    assertThat(Outcome.of("sample", run, "--n", 5, "--seed", 8, "--out", c).exit()).isZero();
    assertThat(a).hasSameBinaryContentAs(b);
    assertThat(Files.readAllLines(a)).hasSize(6).startsWith("x");
    assertThat(Files.readString(c)).isNotEqualTo(Files.readString(a));
  }

  @Test
  void equalRunsHaveEqualSamples() {
    Path again = temp.resolve("again");
    assertThat(train("gaussian", again, 4).exit()).isZero();
    assertThat(Outcome.of("sample", run).exit()).isZero();
    assertThat(Outcome.of("sample", again).exit()).isZero();
    assertThat(run.resolve("samples.csv")).hasSameBinaryContentAs(again.resolve("samples.csv"));
  }

  @Test
  void aConfigFileIsOverriddenByOptions() throws IOException {
    Path config = run.resolve("config.json");
    Outcome outcome =
        Outcome.of(
            "train",
            "--config",
            config,
            "--steps",
            2,
            "--loss",
            "minimax",
            "--seed",
            3,
            "--out",
            temp.resolve("second"));
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.err())
        .contains("2 steps, batch 8, minimax, backend reference, 1 thread, seed 3");
  }

  @Test
  void pointsAlsoMakeAPicture() throws IOException {
    Path picture = temp.resolve("points.PNG");
    Outcome outcome = Outcome.of("sample", run, "--n", 50, "--out", picture, "--json");
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.json().path("n").asInt()).isEqualTo(50);
    assertThat(outcome.json().path("step").asInt()).isEqualTo(4);
    assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(300);
    try (Stream<Path> files = Files.list(temp)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
    }
  }

  @Test
  void aFolderInUseIsRefused() {
    Outcome outcome = train("gaussian", run, 4);
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith(run + ": expected a new or empty folder for the run");
  }

  @Test
  void aBrokenCheckpointIsBadData() throws IOException {
    Path checkpoint = run.resolve("checkpoints").resolve("step-000004.safetensors");
    byte[] bytes = Files.readAllBytes(checkpoint);
    bytes[bytes.length - 1] ^= 1;
    Files.write(checkpoint, bytes);
    Outcome outcome = Outcome.of("sample", run);
    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err())
        .contains(checkpoint + ": expected content with the SHA-256 that", "got ", "; ");
    assertThat(outcome.err().lines()).hasSize(1);
  }

  @Test
  void samplesCannotBeWrittenIntoNoFolder() {
    Path out = temp.resolve("nowhere").resolve("a.csv");
    Outcome outcome = Outcome.of("sample", run, "--out", out);
    assertThat(outcome.exit()).isEqualTo(4);
    assertThat(outcome.err()).contains("nowhere", "expected a folder for a.csv, got none");
  }

  @Test
  void aRunCannotBeWrittenUnderAFile() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");
    Outcome outcome = train("gaussian", file.resolve("run"), 1);
    assertThat(outcome.exit()).isEqualTo(4);
    assertThat(outcome.err()).startsWith(file.toString());
  }

  @Test
  void badSampleOptionsAreNamed() {
    assertThat(Outcome.of("sample", run, "--n", 0))
        .isEqualTo(new Outcome(2, "", "--n: expected at least 1 sample, got 0\n"));
    assertThat(Outcome.of("sample", run, "--out", "a.gif"))
        .isEqualTo(
            new Outcome(2, "", "--out: expected a name that ends in .png or .csv, got 'a.gif'\n"));
    assertThat(Outcome.of("sample", temp.resolve("none")).exit()).isEqualTo(2);
    assertThat(Outcome.of("sample", temp).exit()).isEqualTo(3);
    assertThat(Outcome.of("sample", temp).err()).contains("expected a checkpoint", "got none");
  }
}
