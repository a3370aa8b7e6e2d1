package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.gan4j.train.GanConfig;
import org.gan4j.train.config.ConfigJson;
import org.gan4j.train.config.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        .contains("config: generator: expected output [1] like the data's samples, got [2]");
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
                ObjectNode optimizer =
                    ((ObjectNode) config.at("/game/" + player)).putObject("optimizer");
                optimizer.put("type", "sgd").put("rate", 1e30).put("momentum", 0.0);
                optimizer.putObject("schedule").put("type", "constant");
              }
            });
    assertThat(outcome.exit()).as(outcome.err()).isEqualTo(6);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("expected finite numbers, got NaN or infinity in");
  }

  @Test
  void anUnknownBackendListsTheKnownOnes() throws IOException {
    Outcome outcome = trainWith(config -> {}, "--backend", "abacus");
    assertThat(outcome.exit()).isEqualTo(7);
    assertThat(outcome.err())
        .contains("backend 'abacus': there is no such backend", "cpu (usable", "reference (usable");
    assertThat(temp.resolve("run")).doesNotExist();
  }

  @Test
  void invalidValuesAreBadUsage() {
    assertThat(Outcome.of("train", "--data", "rings"))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "data: expected one of mnist, fashion-mnist, stacked-mnist, ring, grid, spiral, gaussian, got"
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
