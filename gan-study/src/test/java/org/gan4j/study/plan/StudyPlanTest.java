package org.gan4j.study.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gan4j.losses.Hinge;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.penalty.R1;
import org.gan4j.train.GanConfig;
import org.gan4j.train.config.ConfigException;
import org.gan4j.train.config.ConfigJson;
import org.gan4j.train.config.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyPlanTest {
  private static final String LOSSES =
      """
      { "type": "values", "settings": ["game.loss"],
        "values": [ { "type": "non-saturating" }, { "type": "hinge" } ] }""";

  @TempDir private Path temp;

  private static String study(String axes, String trials) {
    return String.format(
        Locale.ROOT,
        """
        { "format": 1,
          "base": { "type": "preset", "preset": "ring" },
          "axes": [ %s ],
          "seeds": { "first": 7, "count": 2 },
          "trials": { %s } }
        """,
        axes,
        trials);
  }

  private static StudyPlan plan(String axes, String trials) throws IOException {
    Study study = StudyJson.parse(study(axes, trials), "my.json");
    return StudyPlan.of(study.whole(Path.of("")), "my.json");
  }

  private static List<String> values(String axis) throws IOException {
    return plan(axis, "").combinations().stream()
        .map(combination -> combination.values().stream().map(JsonNode::asText))
        .map(texts -> texts.collect(Collectors.joining(" ")))
        .toList();
  }

  @Test
  void everyCombinationOfAllAxesIsTriedWithEverySeed() throws IOException {
    StudyPlan plan =
        plan(
            LOSSES
                + """
                , { "type": "values", "settings": ["game.penalties"],
                    "values": [ [], [ { "type": "r1", "gamma": 0.5 } ] ] }
                """,
            "\"steps\": 123");
    assertThat(plan.factors()).extracting(Factor::name).containsExactly("loss", "penalties");
    assertThat(plan.combinations())
        .extracting(Combination::words)
        .containsExactly(
            "loss non-saturating, penalties none",
            "loss non-saturating, penalties r1(gamma 0.5)",
            "loss hinge, penalties none",
            "loss hinge, penalties r1(gamma 0.5)");
    GanConfig last = plan.trials().get(7).config();
    GanConfig ring = Presets.named("ring");
    assertThat(last)
        .isEqualTo(
            ring.withLoss(new Hinge())
                .withPenalties(List.of(new R1(0.5)))
                .withSteps(123)
                .withThreads(1)
                .withSeed(8));
    assertThat(plan.trials().get(0).config().game().loss()).isEqualTo(new NonSaturating());
    assertThat(plan.trials().get(7).words())
        .isEqualTo("loss hinge, penalties r1(gamma 0.5), seed 8");
    assertThat(plan.steps()).isEqualTo(8 * 123);
  }

  /**
   * Folders of a study are found again by these names, so they never change. The hashes are those
   * of Python: sha256(b'{"game.loss":{"type":"hinge"}}').
   */
  @Test
  void namesDependOnSettingsAndSeedOnly() throws IOException {
    List<String> names = plan(LOSSES, "").trials().stream().map(Trial::name).toList();
    assertThat(names)
        .containsExactly(
            "non-saturating_42424549-seed-7",
            "non-saturating_42424549-seed-8",
            "hinge_65fee716-seed-7",
            "hinge_65fee716-seed-8");
    assertThat(plan("", "").trials()).extracting(Trial::name).contains("base-seed-7");
  }

  @Test
  void rangesHaveBothEndsAndReadableNumbers() throws IOException {
    assertThat(
            values(
                "{ \"type\": \"range\", \"settings\": [\"game.generator.optimizer.decay\"],"
                    + " \"from\": 0.1, \"to\": 0.9, \"count\": 5 }"))
        .containsExactly("0.1", "0.3", "0.5", "0.7", "0.9");
    assertThat(
            values(
                "{ \"type\": \"log-range\", \"settings\": [\"game.discriminator.optimizer.rate\"],"
                    + " \"from\": 0.1, \"to\": 0.0001, \"count\": 4 }"))
        .containsExactly("0.1", "0.01", "0.001", "1.0E-4");
    assertThat(
            values(
                "{ \"type\": \"log-range\", \"settings\": [\"training.batch\"], \"from\": 16,"
                    + " \"to\": 100, \"count\": 3 }"))
        .containsExactly("16", "40", "100");
  }

  @Test
  void drawsAreInRangeAndALargerCountBeginsWithTheSame() throws IOException {
    String axis =
        "{ \"type\": \"%s\", \"settings\": [\"game.discriminator.optimizer.rate\"], \"from\": 1e-4,"
            + " \"to\": 0.1, \"count\": %d, \"seed\": 3 }";
    for (String type : List.of("uniform", "log-uniform")) {
      List<String> many = values(String.format(Locale.ROOT, axis, type, 200));
      assertThat(values(String.format(Locale.ROOT, axis, type, 5))).isEqualTo(many.subList(0, 5));
      List<Double> numbers = many.stream().map(Double::valueOf).toList();
      assertThat(numbers).allSatisfy(number -> assertThat(number).isBetween(1e-4, 0.1));
      double median = numbers.stream().sorted().skip(100).findFirst().orElseThrow();
      double expected = type.equals("uniform") ? 0.05 : Math.sqrt(1e-5);
      assertThat(median).isBetween(expected / 2, expected * 2);
      assertThat(new HashSet<>(many)).hasSizeGreaterThan(190);
    }
  }

  @Test
  void axesVaryTogether() throws IOException {
    StudyPlan plan =
        plan(
            """
            { "type": "together", "axes": [
              { "type": "values", "settings": ["game.generator.optimizer.inner.rate"],
                "values": [ 0.1, 0.2 ] },
              { "type": "values",
                "settings": ["game.discriminator.optimizer.rate", "game.discriminator.optimizer.beta1"],
                "values": [ 0.3, 0.4 ] } ] }
            """,
            "");
    assertThat(plan.combinations())
        .extracting(Combination::words)
        .containsExactly(
            "inner.rate 0.1, optimizer.rate 0.3", "inner.rate 0.2, optimizer.rate 0.4");
    JsonNode config = ConfigJson.tree(plan.trials().get(3).config());
    assertThat(config.at("/game/discriminator/optimizer/rate").doubleValue()).isEqualTo(0.4);
    assertThat(config.at("/game/discriminator/optimizer/beta1").doubleValue()).isEqualTo(0.4);
    assertThat(config.at("/game/generator/optimizer/inner/rate").doubleValue()).isEqualTo(0.2);
  }

  @Test
  void aStudyIsWrittenWithItsBaseAndReadAgain() throws IOException {
    Files.writeString(temp.resolve("base.json"), ConfigJson.write(Presets.named("grid")));
    Path file =
        Files.writeString(
            temp.resolve("study.json"),
            study(LOSSES, "\"stopping\": { \"type\": \"none\" }")
                .replace(
                    "{ \"type\": \"preset\", \"preset\": \"ring\" }",
                    "{ \"type\": \"file\", \"path\": \"base.json\" }"));
    Study study = StudyJson.read(file);
    assertThat(study.base()).isEqualTo(new ConfigBase(Presets.named("grid")));
    assertThat(StudyJson.parse(StudyJson.write(study), "again")).isEqualTo(study);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          { "type": "values", "settings": ["game.lose"], "values": [1] }|my.json, axes: expected one of latent, loss, penalties, generator, discriminator, got 'lose' in game.lose
          { "type": "values", "settings": ["seed"], "values": [1] }|my.json, axes: expected a setting of the config beside seed, training.steps and compute.threads, got seed; see 'seeds' and 'trials'
          { "type": "values", "settings": ["game.generator.network.layers.9.units"], "values": [1] }|my.json, axes: expected an index below 3, got '9' in game.generator.network.layers.9.units
          { "type": "values", "settings": ["game.latent"], "values": [2, 0] }|my.json, latent 0, game: config: expected latent >= 1, got 0
          { "type": "values", "settings": ["game.loss"], "values": [ { "type": "hing" } ] }|my.json, loss hing, game.loss: loss: expected one of
          { "type": "values", "settings": ["game.latent"], "values": ["two"] }|my.json, latent two, game.latent: expected a whole number below 2^31, got the text 'two'
          { "type": "values", "settings": ["game.latent"], "values": [2] }, { "type": "values", "settings": ["game.latent"], "values": [3] }|my.json, axes: expected each setting on one axis, got game.latent on two
          { "type": "values", "settings": [], "values": [1] }|values: expected at least one setting, such as game.loss, got none
          { "type": "values", "settings": ["game.latent"], "values": [2, 2] }|values: expected each value once, got [2, 2]
          { "type": "range", "settings": ["game.latent"], "from": 1, "to": 1, "count": 3 }|range: expected two different ends, got 1.0 and 1.0
          { "type": "log-range", "settings": ["game.latent"], "from": 0, "to": 1, "count": 3 }|log-range: expected two ends > 0, got 0.0 and 1.0
          { "type": "together", "axes": [ { "type": "values", "settings": ["game.latent"], "values": [2] }, { "type": "values", "settings": ["training.batch"], "values": [2, 3] } ] }|together: expected axes of as many points each, got 1 and 2
          { "type": "vals", "settings": ["game.latent"], "values": [2] }|axis: expected one of values, range, log-range, uniform, log-uniform, together, got 'vals'
          """)
  void badAxesNameThePlace(String axes, String message) {
    assertThatThrownBy(() -> plan(axes, ""))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message);
  }

  @Test
  void badStudiesNameThePlace() {
    assertThatThrownBy(() -> StudyJson.parse("{ \"format\": 1 }", "my.json"))
        .hasMessage("my.json, line 1, base: expected a value for 'base', got none");
    assertThatThrownBy(() -> StudyJson.parse("{}", "my.json"))
        .hasMessage("my.json: expected \"format\": 1, got none; see docs/guide/run-a-study.md");
    assertThatThrownBy(() -> plan("", "\"step\": 5"))
        .hasMessage(
            "my.json, line 5: expected one of checkpointsEvery, measure, measureEvery, steps,"
                + " stopping, threads, got 'step'");
    assertThatThrownBy(() -> plan("", "\"stopping\": { \"type\": \"successive-halving\" }"))
        .hasMessageEndingWith("trials: expected a measure to stop by, got none");
    assertThatThrownBy(
            () ->
                plan(
                    "",
                    "\"measure\": { \"type\": \"coverage\" }, \"stopping\":"
                        + " { \"type\": \"successive-halving\", \"metric\": \"fid\" }"))
        .hasMessageEndingWith(
            "trials.stopping: expected one of modes, high_quality, reverse_kl, jsd, got 'fid'");
    assertThatThrownBy(
            () -> StudyJson.parse(study("", "").replace("\"ring\"", "\"rang\""), "my.json"))
        .hasMessageContaining("preset: expected one of mnist, ")
        .hasMessageEndingWith("got 'rang'");
  }
}
