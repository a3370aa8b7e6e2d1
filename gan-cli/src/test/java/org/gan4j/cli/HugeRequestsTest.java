package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gan4j.io.safetensors.SafetensorsFile;
import org.gan4j.train.config.ConfigJson;
import org.gan4j.train.config.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no machine can hold is refused with a sentence, before memory is asked for. */
class HugeRequestsTest {
  @TempDir private Path temp;

  private static ObjectNode ring() throws IOException {
    return (ObjectNode) new ObjectMapper().readTree(ConfigJson.write(Presets.named("ring")));
  }

  private static Arguments edit(Consumer<ObjectNode> edit, String message) {
    return Arguments.of(edit, message);
  }

  private static ObjectNode layer(ObjectNode config, int i) {
    return (ObjectNode) config.at("/game/generator/network/layers/" + i);
  }

  private static Stream<Arguments> configs() {
    return Stream.of(
        edit(
            config -> {
              layer(config, 0).put("units", 60_000);
              layer(config, 1).put("units", 60_000);
            },
            "config: expected a run that fits into the "),
        edit(
            config -> config.withObject("/game").put("latent", Integer.MAX_VALUE),
            "Shape: expected at most 2147483647 elements, as many as an array holds, got [256,"
                + " 2147483647], 549755813632"),
        edit(
            config -> config.withObject("/training").put("batch", Integer.MAX_VALUE),
            "Shape: expected at most 2147483647 elements, as many as an array holds, got"
                + " [2147483647, 2], 4294967294"),
        edit(
            config -> config.withObject("/training").put("batch", 300_000_000),
            "config: expected a run that fits into the "),
        edit(
            config -> layer(config, 0).put("units", 2_000_000_000),
            "config: expected a run that fits into the "));
  }

  @ParameterizedTest
  @MethodSource("configs")
  void aConfigIsRefused(Consumer<ObjectNode> edit, String message) throws IOException {
    ObjectNode config = ring();
    edit.accept(config);
    Path file = Files.writeString(temp.resolve("my.json"), config.toString());
    Outcome outcome = Outcome.of("train", "--config", file, "--out", temp.resolve("run"));
    assertThat(outcome.err()).contains(message);
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(temp.resolve("run")).doesNotExist();
  }

  private Path trained() {
    Path run = temp.resolve("run");
    assertThat(Outcome.of("train", "--data", "gaussian", "--steps", 1, "--out", run).exit())
        .isZero();
    return run;
  }

  @Test
  void moreSamplesThanMemoryHoldsAreRefused() {
    Path run = trained();
    Outcome outcome = Outcome.of("sample", run, "--n", Integer.MAX_VALUE);
    assertThat(outcome.err())
        .startsWith("--n: expected at most ")
        .endsWith(
            " samples, as many as Java's memory here holds, got 2147483647; draw fewer, or set"
                + " JAVA_TOOL_OPTIONS=-Xmx8g or more\n");
    assertThat(outcome.exit()).isEqualTo(2);
  }

  @Test
  void aCheckpointWhoseConfigAsksForMoreThanItHoldsIsDamaged() throws IOException {
    Path run = trained();
    Path file = run.resolve("checkpoints").resolve("step-000001.safetensors");
    SafetensorsFile sound = SafetensorsFile.read(file);
    Map<String, String> metadata = new LinkedHashMap<>(sound.metadata());
    metadata.compute(
        "config", (key, config) -> config.replace("\"units\" : 16", "\"units\" : 2000000000"));
    new SafetensorsFile(sound.tensors(), metadata).write(file);
    Outcome outcome = Outcome.of("sample", run);
    assertThat(outcome.err())
        .containsPattern(
            "expected a generator of \\d+ parameters, as its config says, got \\d+ numbers in all");
    assertThat(outcome.exit()).isEqualTo(3);
  }
}
