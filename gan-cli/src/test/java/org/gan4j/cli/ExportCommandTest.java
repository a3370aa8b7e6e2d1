package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.Shape;
import org.gan4j.io.safetensors.SafetensorsFile;
import org.gan4j.io.safetensors.TensorData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
  @TempDir private static Path temp;
  private static Path ring;

  @TempDir private Path folder;

  @BeforeAll
  static void train() {
    ring = train("ring", "--checkpoint-every", "2");
  }

  private static Path train(String data, String... more) {
    Path run = temp.resolve(data);
    List<Object> words =
        new ArrayList<>(List.of("train", "--data", data, "--backend", "reference", "--batch", 8));
    words.addAll(List.of("--steps", 4, "--threads", 1, "--out", run));
    words.addAll(List.of(more));
    Outcome outcome = Outcome.of(words.toArray());
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    return run;
  }

  private static SafetensorsFile checkpoint(int step) throws IOException {
    return SafetensorsFile.read(ring.resolve("checkpoints/step-00000" + step + ".safetensors"));
  }

  private Outcome export(Path run, String to, Object... more) {
    Object[] words = new Object[more.length + 4];
    words[0] = "export";
    words[1] = run;
    words[2] = "--to";
    words[3] = folder.resolve(to);
    System.arraycopy(more, 0, words, 4, more.length);
    return Outcome.of(words);
  }

  private SafetensorsFile exported(Object... more) throws IOException {
    Outcome outcome = export(ring, "g.safetensors", more);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    return SafetensorsFile.read(folder.resolve("g.safetensors"));
  }

  @Test
  void thePyTorchFileHasTheAveragesUnderPyTorchsNames() throws IOException {
    SafetensorsFile file = exported();
    assertThat(file.tensors())
        .containsOnlyKeys("0.weight", "0.bias", "2.weight", "2.bias", "4.weight", "4.bias");
    TensorData average = checkpoint(4).tensors().get("generator/dense-1/weight/ema");
    assertThat(average.shape()).isEqualTo(Shape.of(128, 128));
    assertThat(file.tensors().get("2.weight")).isEqualTo(average);
    assertThat(file.metadata())
        .containsEntry("step", "4")
        .containsEntry("parameters", "averaged")
        .containsEntry("pytorch", MODULES);
  }

  private static final String MODULES =
      """
      nn.Sequential(
          nn.Linear(2, 128),
          nn.ReLU(),
          nn.Linear(128, 128),
          nn.ReLU(),
          nn.Linear(128, 2))""";

  @Test
  void printsTheModulesAndWhatWasExported() {
    Outcome outcome = export(ring, "g.safetensors");
    assertThat(outcome.out())
        .isEqualToNormalizingNewlines(
            "Generator of step 4, averaged parameters (EMA), in "
                + folder.resolve("g.safetensors")
                + ", for\n"
                + MODULES
                + "\n");
    assertThat(export(ring, "g.onnx").out())
        .isEqualToNormalizingNewlines(
            "Generator of step 4, averaged parameters (EMA), in "
                + folder.resolve("g.onnx")
                + "\n");
  }

  @Test
  void printsJson() throws IOException {
    JsonNode json = export(ring, "g.onnx", "--json").json();
    assertThat(json.path("to").asText()).isEqualTo(folder.resolve("g.onnx").toString());
    assertThat(json.path("step").asInt()).isEqualTo(4);
    assertThat(json.path("parameters").asText()).isEqualTo("averaged");
    assertThat(json.path("modules").asText()).isEqualTo(MODULES);
    assertThat(folder.resolve("g.onnx")).isNotEmptyFile();
  }

  @Test
  void exportsTheParametersThatAreAskedFor() throws IOException {
    assertThat(exported("--which", "last").tensors().get("0.weight"))
        .isEqualTo(checkpoint(4).tensors().get("generator/dense-0/weight"));
    assertThat(exported("--which", "averaged").tensors().get("0.weight"))
        .isEqualTo(checkpoint(4).tensors().get("generator/dense-0/weight/ema"));
    Path second = ring.resolve("checkpoints/step-000002.safetensors");
    assertThat(exported("--checkpoint", second).tensors().get("0.weight"))
        .isEqualTo(checkpoint(2).tensors().get("generator/dense-0/weight/ema"));
    SafetensorsFile best = exported("--which", "best");
    int step = Integer.parseInt(best.metadata().get("step"));
    assertThat(best.tensors().get("0.weight"))
        .isEqualTo(checkpoint(step).tensors().get("generator/dense-0/weight/ema"));
  }

  @Test
  void replacesAnExistingFile() throws IOException {
    Path file = Files.writeString(folder.resolve("g.onnx"), "old");
    assertThat(export(ring, "g.onnx").exit()).isZero();
    assertThat(Files.size(file)).isGreaterThan(1000);
  }

  private static void refused(Outcome outcome, ExitCode exit, String message) {
    assertThat(outcome.err()).startsWith(message);
    assertThat(outcome.exit()).isEqualTo(exit.code());
  }

  @Test
  void refusesAnUnknownExtension() {
    refused(
        export(ring, "g.pt"),
        ExitCode.USAGE,
        "--to: expected a name that ends in .safetensors or .onnx, got '"
            + folder.resolve("g.pt")
            + "'");
  }

  @Test
  void refusesOtherParameters() {
    refused(
        export(ring, "g.onnx", "--which", "newest"),
        ExitCode.USAGE,
        "--which: expected averaged, last, best, got 'newest'");
    refused(
        export(ring, "g.onnx", "--which", "best", "--checkpoint", "x"),
        ExitCode.USAGE,
        "--which: expected one checkpoint, got best and --checkpoint");
  }

  @Test
  void refusesWhatTheRunDoesNotHave() {
    Path gaussian = train("gaussian");
    refused(
        export(gaussian, "g.onnx", "--which", "averaged"),
        ExitCode.USAGE,
        "--which: expected a run that averages its generator (ema), got averaged of one that does"
            + " not; use last");
    refused(
        export(gaussian, "g.onnx", "--which", "best"),
        ExitCode.USAGE,
        "--which: expected a run that measures which checkpoint is best, got best of one that does"
            + " not; compare with gan score --checkpoints and name one with --checkpoint");
  }

  @Test
  void refusesARunWithoutCheckpoints() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    refused(
        export(empty, "g.onnx"),
        ExitCode.DATA,
        empty + ": expected a checkpoint in checkpoints/, got none; wait for the run's first one");
    refused(
        export(folder.resolve("none"), "g.onnx"),
        ExitCode.USAGE,
        folder.resolve("none") + ": expected a run directory, got no such folder");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    refused(export(ring, "none/g.onnx"), ExitCode.IO, folder.resolve("none").toAbsolutePath() + "");
  }
}
