package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.gan4j.cli.StackScore.Histogram;
import org.gan4j.data.sets.DataSets;
import org.gan4j.data.sets.ImageSet;
import org.gan4j.metrics.classifier.Predictions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackScoreTest {
  @TempDir private Path temp;

  /** Two classes of parts, so eight of stacks. */
  private static Histogram histogram(double recognised, int... labels) {
    return new Histogram(Histogram.ofLabels(labels, 2).coverage(), recognised);
  }

  private static StackScore score() {
    return new StackScore(
        0.9875,
        histogram(1, 0, 1, 2, 3),
        histogram(0.96, 7, 7, 6, 6),
        histogram(0.5, 5, 5, 5, 5),
        0.9);
  }

  /** log 8 nats where all samples are of one class, log 4 of two equal ones, log 2 of four. */
  @Test
  void theTableShowsModesAndDivergences() {
    assertThat(score().text().lines().map(line -> line.trim().replaceAll(" {2,}", " | ")))
        .containsExactly(
            "4 stacks each | of 8 modes | KL to uniform, nats | pictures recognised",
            "samples | 1 | 2.0794 | 50.0 %",
            "test set | 2 | 1.3863 | 96.0 %",
            "training set, true classes | 4 | 0.6931 | 100.0 %",
            "the classifier's test accuracy: 98.75 % of single pictures; recognised: probability 0.9"
                + " or more");
  }

  @Test
  void jsonHoldsTheSameNumbers() {
    JsonNode json = score().json();
    assertThat(json.path("samples").asInt()).isEqualTo(4);
    assertThat(json.path("classes").asInt()).isEqualTo(8);
    assertThat(json.path("modes").asInt()).isEqualTo(1);
    assertThat(json.path("modes_test").asInt()).isEqualTo(2);
    assertThat(json.path("modes_labels").asInt()).isEqualTo(4);
    assertThat(json.path("kl").asDouble()).isCloseTo(Math.log(8), within(1e-15));
    assertThat(json.path("kl_test").asDouble()).isCloseTo(Math.log(4), within(1e-15));
    assertThat(json.path("kl_labels").asDouble()).isCloseTo(Math.log(2), within(1e-15));
    assertThat(json.path("accuracy").asDouble()).isEqualTo(0.9875);
    assertThat(json.path("confidence").asDouble()).isEqualTo(0.9);
    assertThat(json.path("confident").asDouble()).isEqualTo(0.5);
    assertThat(json.path("confident_test").asDouble()).isEqualTo(0.96);
    assertThat(json.path("counts").toString()).isEqualTo("[0,0,0,0,0,4,0,0]");
  }

  /** A stack with a picture that is not recognised counts as well. */
  @Test
  void threePicturesMakeAStack() {
    Histogram stacks =
        Histogram.ofPredictions(
            Predictions.of(new double[] {0.1, 0.9, 1, 0, 0.4, 0.6, 0, 1, 0, 1, 0.7, 0.3}, 2),
            2,
            0.9);
    assertThat(stacks.coverage().counts()).containsExactly(0, 0, 0, 0, 0, 1, 1, 0);
    assertThat(stacks.coverage().samples()).isEqualTo(2);
    assertThat(stacks.recognised()).isCloseTo(4 / 6.0, within(1e-15));
  }

  @Test
  void theThresholdIsAFractionOfTheModes() {
    assertThat(score().shortfall(0.125)).isEmpty();
    assertThat(score().shortfall(0.13)).contains("expected 0.13 or more of 8 modes found, got 1");
  }

  /**
   * Trains the preset for a few steps and scores it. The classifier of digits at half their size
   * must still reach 97 %, and stacks of the test set must have every mode.
   */
  @Test
  void aRunOnStacksIsScoredByModes() throws IOException {
    assumeTrue(
        DataSets.ofEnvironment().has(ImageSet.MNIST), "no MNIST here: scripts/fetch-data mnist");
    Path run = temp.resolve("stacked");
    Outcome trained =
        Outcome.of(
            "train", "--data", "stacked-mnist-mlp", "--steps", 3, "--batch", 8, "--out", run);
    assertThat(trained.exit()).as(trained.err()).isZero();
    assertThat(run.resolve("samples").resolve("step-000003.png")).isNotEmptyFile();

    Outcome scored = Outcome.of("score", run, "--at-least", 0.9, "--json");
    assertThat(scored.exit()).isEqualTo(1);
    assertThat(scored.err()).contains("samples: expected 0.9 or more of 1000 modes found, got ");
    JsonNode json = scored.json();
    assertThat(json.path("accuracy").asDouble()).isBetween(0.97, 0.999);
    assertThat(json.path("samples").asInt()).isEqualTo(26_000);
    assertThat(json.path("counts")).hasSize(1000);
    assertThat(json.path("modes").asInt()).isBetween(1, 899);
    assertThat(json.path("modes_test").asInt()).isEqualTo(1000);
    assertThat(json.path("modes_labels").asInt()).isEqualTo(1000);
    assertThat(json.path("confident").asDouble()).isLessThan(0.3);
    assertThat(json.path("confident_test").asDouble()).isBetween(0.9, 1.0);
    assertThat(json.path("kl_test").asDouble()).isBetween(0.015, 0.035);
    assertThat(json.path("kl_labels").asDouble()).isBetween(0.015, 0.03);
    assertThat(json.path("kl").asDouble()).isGreaterThan(1);
  }
}
