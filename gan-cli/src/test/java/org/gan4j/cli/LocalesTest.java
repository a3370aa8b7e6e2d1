package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.metrics.classifier.Predictions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command writes is the same in every locale, digits included. */
class LocalesTest {
  private final Locale before = Locale.getDefault();

  @TempDir private Path temp;

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  private static void put(Map<String, String> all, String name, Outcome outcome) {
    assertThat(outcome.exit()).as("%s: %s", name, outcome.err()).isZero();
    all.put(name, outcome.out());
  }

  /** Runs commands into a folder; returns what they printed, and each file's bytes as text. */
  private Map<String, String> everything(Locale locale) throws IOException {
    Locale.setDefault(locale);
    Path folder = Files.createDirectories(temp.resolve(locale.toLanguageTag()).resolve("same"));
    Map<String, String> all = new LinkedHashMap<>();
    Path run = folder.resolve("run");
    assertThat(
            Outcome.of(
                    "train",
                    "--data",
                    "ring",
                    "--steps",
                    1200,
                    "--checkpoint-every",
                    1100,
                    "--out",
                    run,
                    "--threads",
                    1)
                .exit())
        .isZero();
    put(all, "sample", Outcome.of("sample", run, "--out", folder.resolve("points.csv"), "--json"));
    put(all, "prove", Outcome.of("prove", "--only", "1,7", "--out", folder.resolve("proof")));
    Outcome coverage =
        Outcome.of(
            "coverage",
            "--protocol",
            "veegan-2017",
            "--data",
            "ring",
            "--steps",
            5,
            "--seeds",
            1,
            "--out",
            folder.resolveSibling("study"), // its files have seconds in many places
            "--json");
    ObjectNode json = (ObjectNode) coverage.json();
    json.findParents("seconds").forEach(parent -> ((ObjectNode) parent).remove("seconds"));
    all.put("coverage", json.toString());
    put(all, "divergence", Outcome.of("divergence", "--p", "normal(0,1)", "--q", "normal(1,2)"));
    put(all, "losses", Outcome.of("losses"));
    all.put("score", score().text() + Json.text(score().json()));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.put(folder.relativize(file).toString(), Arrays.toString(Files.readAllBytes(file)));
      }
    }
    String times = Files.readString(run.resolve("times.csv"));
    assertThat(times).matches("step,seconds\\n([0-9]+,[0-9]+\\.[0-9]+\\n)+");
    all.remove("run/times.csv");
    all.replaceAll((name, text) -> text.replace(folder.toString(), "FOLDER"));
    return all;
  }

  private static ClassScore score() {
    double[] probabilities = new double[3 * 1500];
    Arrays.setAll(probabilities, i -> i % 3 == 0 ? 0.95 : 0.025);
    Predictions predictions = Predictions.of(probabilities, 3);
    return new ClassScore(0.9876, predictions, predictions, 0.9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa-IR"})
  void filesAndOutputDoNotDependOnTheLocale(String tag) throws IOException {
    Locale locale = Locale.forLanguageTag(tag);
    assertThat(String.format(locale, "%d", 1))
        .as("a locale with digits of its own")
        .isNotEqualTo("1");
    Map<String, String> expected = everything(Locale.US);
    Map<String, String> found = everything(locale);
    assertThat(found.keySet())
        .isEqualTo(expected.keySet())
        .contains("run/checkpoints/step-001100.safetensors", "proof/report.html", "points.csv");
    List<String> different =
        found.keySet().stream().filter(n -> !found.get(n).equals(expected.get(n))).toList();
    assertThat(different).isEmpty();
  }

  @Test
  void theHelpIsInAsciiDigits() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    assertThat(Outcome.of("--help").out()).contains("130").doesNotContainPattern("[\u0660-\u0669]");
  }
}
