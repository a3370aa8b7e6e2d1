package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.recipe.Recipes;
import org.gan4j.train.GanConfig;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.config.ConfigException;
import org.gan4j.train.config.ConfigJson;
import org.gan4j.train.config.Presets;
import org.junit.jupiter.api.Test;

/** Whatever is asked for, the answer is work or a sentence, never an internal error. */
class RandomInputsTest {
  private static final int CONFIGS = 8_000;
  private static final int COMMANDS = 2_500;

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "[]",
          "{}",
          "\"\"",
          "\"x\"",
          "-1",
          "0",
          "1",
          "2",
          "3",
          "64",
          "0.5",
          "1e-300",
          "1e300",
          "-1e300",
          "2147483647",
          "9223372036854775807",
          "1e40",
          "[1]",
          "{\"type\": \"x\"}",
          "\"relu\"",
          "\"reference\"",
          "\"FLOAT64\"");

  private static final List<String> WORDS =
      List.of(
          "train",
          "sample",
          "score",
          "prove",
          "coverage",
          "bench",
          "losses",
          "recipes",
          "divergence",
          "info",
          "--data",
          "ring",
          "gaussian",
          "--steps",
          "--batch",
          "--seed",
          "--threads",
          "--backend",
          "--loss",
          "--penalty",
          "--out",
          "--config",
          "--checkpoint",
          "--n",
          "--json",
          "--p",
          "--q",
          "--only",
          "--protocol",
          "--plugins",
          "--help",
          "-1",
          "0",
          "1e9",
          "2147483648",
          "",
          " ",
          "normal(0,1)",
          "normal(0,-1)",
          "atoms(0.5,0.5)",
          "atoms()",
          "0.5*",
          "r1",
          "hinge",
          "nope",
          "\u0000",
          "\u00e9",
          "=",
          "--",
          "99999999999999999999",
          "NaN",
          "lognormal(0,1e308)");

  private final ObjectMapper json = new ObjectMapper();

  private static Random random() {
    long seed = Long.getLong("gan4j.seed", 1);
    System.out.println("RandomInputsTest: seed " + seed);
    return new Random(seed);
  }

  /** Small and short, so that what is sound trains a step in a millisecond. */
  private ObjectNode base() throws IOException {
    GanConfig config = Presets.named("gaussian").withBackend("reference").withThreads(1);
    return (ObjectNode) json.readTree(ConfigJson.write(config.withBatch(4).withSteps(1)));
  }

  private static void containers(JsonNode node, List<JsonNode> found) {
    if (node.isContainerNode() && !node.isEmpty()) {
      found.add(node);
      node.forEach(child -> containers(child, found));
    }
  }

  private void mutate(ObjectNode config, List<String> names, Random random) throws IOException {
    List<JsonNode> all = new ArrayList<>();
    containers(config, all);
    JsonNode place = all.get(random.nextInt(all.size()));
    String value =
        random.nextInt(3) == 0
            ? '"' + names.get(random.nextInt(names.size())) + '"'
            : VALUES.get(random.nextInt(VALUES.size()));
    if (place instanceof ArrayNode array) {
      array.set(random.nextInt(array.size()), json.readTree(value));
      return;
    }
    ObjectNode object = (ObjectNode) place;
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    String key = keys.get(random.nextInt(keys.size()));
    if (random.nextInt(8) == 0) {
      object.remove(key);
    } else {
      object.set(key, json.readTree(value));
    }
  }

  private static void train(String text) throws IOException {
    GanConfig config = ConfigJson.parse(text, "random.json");
    if (text.contains("2147483647")) {
      return; // sound, but hours of work or more memory than there is; that has tests of its own
    }
    try (Backend backend = config.compute().open()) {
      GanTrainer.open(config, backend).step();
    } catch (IllegalArgumentException e) {
      throw new ConfigException("config: " + e.getMessage(), e);
    }
  }

  @Test
  void noConfigIsAnInternalError() throws IOException {
    Random random = random();
    List<String> names = Recipes.load().all().stream().map(recipe -> recipe.name()).toList();
    for (int i = 0; i < CONFIGS; i++) {
      ObjectNode config = base();
      for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
        mutate(config, names, random);
      }
      try {
        train(config.toString());
      } catch (IOException | RuntimeException | Error e) {
        assertThat(Failure.of(e).exit()).as("%s%n%s", config, e).isNotEqualTo(ExitCode.INTERNAL);
      }
    }
  }

  @Test
  void noCommandLineIsAnInternalError() {
    Random random = random();
    for (int i = 0; i < COMMANDS; i++) {
      List<Object> words = new ArrayList<>();
      words.add(WORDS.get(random.nextInt(WORDS.size())));
      for (int more = random.nextInt(6); more > 0; more--) {
        words.add(WORDS.get(random.nextInt(WORDS.size())));
      }
      if (isWork(words)) {
        continue;
      }
      Outcome outcome = Outcome.of(words.toArray());
      assertThat(outcome.exit()).as("%s%n%s", words, outcome.err()).isNotEqualTo(70);
    }
  }

  /** Sound commands that would train or prove for minutes, or write into the working folder. */
  private static boolean isWork(List<Object> words) {
    return List.of("train", "prove", "coverage", "bench").contains(words.get(0))
        && !words.contains("--help")
        && !words.contains("nope");
  }
}
