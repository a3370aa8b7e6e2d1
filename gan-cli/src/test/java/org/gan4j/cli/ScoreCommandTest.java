package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.gan4j.data.sets.DataSets;
import org.gan4j.data.sets.ImageSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {
  @TempDir private Path temp;

  private Path run(String data) {
    Path run = temp.resolve(data);
    Outcome outcome = Outcome.of("train", "--data", data, "--steps", 2, "--out", run);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    return run;
  }

  /** After two steps a generator still produces noise, far from the digits. */
  @Test
  void aGoodClassifierDoesNotRecogniseNoise() throws IOException {
    assumeTrue(
        DataSets.ofEnvironment().has(ImageSet.MNIST), "no MNIST here: scripts/fetch-data mnist");
    Outcome outcome =
        Outcome.of(
            "score",
            run("mnist"),
            "--n",
            300,
            "--at-least",
            0.7,
            "--metrics",
            "classes,fcd,is",
            "--json");
    JsonNode json = outcome.json();
    assertThat(json.path("accuracy").asDouble()).isBetween(0.988, 0.9999);
    assertThat(json.path("confident_test").asDouble()).isBetween(0.9, 1.0);
    assertThat(json.path("confident").asDouble()).isLessThan(0.3);
    assertThat(json.path("samples").asInt()).isEqualTo(300);
    assertThat(json.path("counts")).hasSize(10);
    assertThat(json.path("fcd").asDouble()).isGreaterThan(10 * json.path("fcd_floor").asDouble());
    assertThat(json.path("fcd_extrapolated").asDouble())
        .isGreaterThan(10 * Math.abs(json.path("fcd_extrapolated_floor").asDouble()));
    assertThat(json.path("inception_style_score_floor").asDouble()).isBetween(9.5, 10.0);
    assertThat(json.path("parameters").asText()).isIn("averaged", "last");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("samples: expected 0.7 or more recognised and no class missing, got ");
  }

  @Test
  void metricsMustSuitTheRun() {
    assumeTrue(
        DataSets.ofEnvironment().has(ImageSet.MNIST), "no MNIST here: scripts/fetch-data mnist");
    Path run = run("mnist");
    assertThat(Outcome.of("score", run, "--metrics", "fcd,fid").err())
        .isEqualTo(
            "--metrics: expected some of classes, fcd, kcd, prdc, is, labels, cas, got 'fid'\n");
    assertThat(Outcome.of("score", run, "--metrics", "labels").err())
        .isEqualTo("--metrics labels: expected a conditional run, got one without labels\n");
    assertThat(Outcome.of("score", run, "--metrics", "fcd", "--at-least", 0.5).err())
        .isEqualTo("--at-least: expected classes among the --metrics, got none\n");
  }

  @Test
  void pointsHaveNoClasses() {
    Path run = run("gaussian");
    Outcome outcome = Outcome.of("score", run);
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            run
                + ": expected a run on labelled pictures, such as --data mnist, got one on"
                + " points\n");
  }

  @Test
  void badOptionsAreNamed() {
    assertThat(Outcome.of("score", temp, "--confidence", 1.5))
        .isEqualTo(new Outcome(2, "", "--confidence: expected a number from 0 to 1, got 1.5\n"));
    assertThat(Outcome.of("score", temp, "--at-least", -1))
        .isEqualTo(new Outcome(2, "", "--at-least: expected a number from 0 to 1, got -1.0\n"));
    assertThat(Outcome.of("score", temp, "--n", 0))
        .isEqualTo(new Outcome(2, "", "--n: expected at least 1 sample, got 0\n"));
    assertThat(Outcome.of("score", temp.resolve("none")).err())
        .contains("expected a run directory, got no such folder");
  }
}
