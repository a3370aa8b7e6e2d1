package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gan4j.train.GanConfig;
import org.gan4j.train.config.ConfigJson;
import org.gan4j.train.config.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainErrorsTest {
  @TempDir Path temp;

  private Path config(Consumer<ObjectNode> edit) throws IOException {
    ObjectNode config = json(Presets.named("gaussian"));
    shorten(config);
    edit.accept(config);
    return Files.writeString(temp.resolve("edited.json"), config.toPrettyString());
  }

  private static void shorten(ObjectNode config) {
    ((ObjectNode) config.path("training")).put("batch", 8).put("steps", 20);
    ((ObjectNode) config.path("compute")).put("backend", "reference");
  }

  private static ObjectNode json(GanConfig config) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(ConfigJson.write(config));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private Outcome trainWith(Consumer<ObjectNode> edit, String... more) throws IOException {
    Path file = config(edit);
    Object[] words = new Object[5 + more.length];
    words[0] = "train";
    words[1] = "--config";
    words[2] = file;
    words[3] = "--out";
    words[4] = temp.resolve("run");
    System.arraycopy(more, 0, words, 5, more.length);
    return Outcome.of(words);
  }

  @Test
  void aBadSettingIsNamedWithItsLine() throws IOException {
    Outcome outcome = trainWith(config -> config.put("batchh", 3));
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err())
        .matches("(?s)\\Q" + temp.resolve("edited.json") + "\\E, line \\d+: .*batchh.*")
        .doesNotContain("\tat ");
    assertThat(temp.resolve("run")).doesNotExist();
  }

  @Test
  void aDeviceOrAGraphOfABackendThatHasNoneIsRefused() throws IOException {
    String expected = "backend: expected 'reference', which has no devices to choose from, got ";
    Outcome device = trainWith(config -> {}, "--device", "1");
    assertThat(device.err()).contains(expected + "'reference:1'");
    assertThat(device.exit()).isEqualTo(2);
    Outcome graph = trainWith(config -> {}, "--graph");
    assertThat(graph.err()).contains(expected + "'reference+graph'");
    assertThat(graph.exit()).isEqualTo(2);
  }

  @Test
  void debugAddsTheStackTrace() throws IOException {
    Outcome outcome = trainWith(config -> config.put("batchh", 3), "--debug");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("\tat org.gan4j.train.config.ConfigJson");
  }

  @Test
  void aMissingConfigIsBadUsage() {
    Path none = temp.resolve("none.json");
    assertThat(Outcome.of("train", "--config", none))
        .isEqualTo(
            new Outcome(
                2, "", none + ": expected a config file, got no such file; check --config\n"));
  }

  @Test
  void networksThatDoNotFitAreABadConfigAndLeaveNothing() throws IOException {
    Outcome outcome =
        trainWith(
            config -> ((ObjectNode) config.at("/game/generator/network/layers/1")).put("units", 2));
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("config: generator: expected output [1] like the data's samples, got [2]")
        .doesNotContain("Training ");
    assertThat(temp.resolve("run")).doesNotExist();
  }

  @Test
  void aRateThatIsTooHighDiverges() throws IOException {
    Outcome outcome =
        trainWith(
            config -> {
              // Rectifiers, since tanh would saturate instead.
              config.setAll(json(Presets.named("ring")));
              shorten(config);
              for (String player : new String[] {"generator", "discriminator"}) {
                sgd((ObjectNode) config.at("/game/" + player + "/optimizer"), 1e30);
              }
            });
    assertThat(outcome.exit()).as(outcome.err()).isEqualTo(6);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("expected finite numbers, got NaN or infinity in");
  }

  private static void sgd(ObjectNode optimizer, double rate) {
    optimizer.removeAll().put("type", "sgd").put("rate", rate).put("momentum", 0.0);
    optimizer.putObject("schedule").put("type", "constant");
  }

  @Test
  void lossesThatAreFiniteByLuckAreWarnedOf() throws IOException {
    Outcome outcome =
        trainWith(
            config -> ((ObjectNode) config.at("/game/discriminator/optimizer")).put("rate", 1e6));
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.err())
        .containsPattern(
            "warning: expected losses of a usual size, got one of \\d\\.\\de\\+\\d+ at the end; the"
                + " run is diverging, lower the learning rates");
  }

  private static final String UNHELD =
      "warning: the loss wasserstein has an optimum only for a critic that is held, got none of a"
          + " penalty, clipped weights or spectral norm; add --penalty wgan-gp\n";

  @Test
  void aCriticThatNothingHoldsIsWarnedOf() throws IOException {
    Outcome outcome = trainWith(config -> {}, "--loss", "wasserstein");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.err()).contains(UNHELD);
  }

  private static Stream<Consumer<ObjectNode>> holds() {
    return Stream.of(
        critic -> {
          ObjectNode inner = critic.withObject("/optimizer").deepCopy();
          critic.putObject("optimizer").put("type", "clip-weights").put("limit", 0.1);
          critic.withObject("/optimizer").set("inner", inner);
        },
        critic -> {
          ObjectNode layer = critic.withObject("/network/layers/0").deepCopy();
          ObjectNode norm = critic.withObject("/network/layers/0").removeAll();
          norm.put("type", "spectral-norm").put("iterations", 1).set("layer", layer);
        });
  }

  @ParameterizedTest
  @MethodSource("holds")
  void aCriticThatIsHeldIsNot(Consumer<ObjectNode> hold) throws IOException {
    Outcome outcome =
        trainWith(
            config -> hold.accept((ObjectNode) config.at("/game/discriminator")),
            "--loss",
            "wasserstein");
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.err()).doesNotContain("warning");
  }

  @Test
  void norIsOneWithAPenaltyOrAnotherLoss() throws IOException {
    assertThat(trainWith(config -> {}, "--loss", "wasserstein", "--penalty", "wgan-gp").err())
        .doesNotContain("warning");
    assertThat(
            Outcome.of("train", "--data", "gaussian", "--steps", 2, "--out", temp.resolve("other"))
                .err())
        .doesNotContain("warning");
  }

  @Test
  void anUnknownBackendListsTheKnownOnes() throws IOException {
    Outcome outcome = trainWith(config -> {}, "--backend", "abacus");
    assertThat(outcome.exit()).isEqualTo(7);
    assertThat(outcome.err())
        .contains("backend 'abacus': there is no such backend", "cpu (usable", "reference (usable")
        .doesNotContain("Training ");
    assertThat(temp.resolve("run")).doesNotExist();
  }

  @Test
  void invalidValuesAreBadUsage() {
    assertThat(Outcome.of("train", "--data", "rings"))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "data: expected one of mnist, mnist-mlp, mnist-conditional, fashion-mnist,"
                    + " fashion-mnist-mlp, fashion-mnist-conditional, stacked-mnist,"
                    + " stacked-mnist-mlp, ring, grid, spiral, gaussian, kmnist, emnist-letters,"
                    + " emnist-balanced, emnist-digits, emnist-byclass, emnist-bymerge, cifar-10,"
                    + " cifar-100, cifar-100-coarse, or the path of a file or folder, got"
                    + " 'rings'\n"));
    assertThat(Outcome.of("train", "--data", "ring", "--loss", "x").err())
        .startsWith("loss: expected one of ")
        .contains("non-saturating", "got 'x'");
    assertThat(Outcome.of("train", "--data", "ring", "--steps", 0))
        .isEqualTo(new Outcome(2, "", "config: expected steps >= 1, got 0\n"));
    assertThat(Outcome.of("train", "--data", "ring", "--checkpoint-every", -1))
        .isEqualTo(
            new Outcome(2, "", "--checkpoint-every: expected a number of steps >= 0, got -1\n"));
    assertThat(Outcome.of("train", "--data", "ring", "--config", "x").exit()).isEqualTo(2);
  }
}
