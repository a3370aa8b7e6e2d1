package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.gan4j.core.random.Rng;
import org.gan4j.metrics.classifier.Predictions;
import org.junit.jupiter.api.Test;

class FeatureFiguresTest {
  private static final int N = 1200;
  private static final int D = 3;
  private static final int CLASSES = 2;

  /** Two clusters 4 apart; the classifier is certain, and right with the labels. */
  private static FeatureSet clusters(long step, double noise, boolean both) {
    RandomGenerator draws = Rng.ofSeed(2).stream("features").at(step);
    float[] features = new float[N * D];
    double[] probabilities = new double[N * CLASSES];
    int[] labels = new int[N];
    for (int i = 0; i < N; i++) {
      labels[i] = i % CLASSES;
      int shown = both ? labels[i] : 0;
      probabilities[i * CLASSES + shown] = 1;
      for (int axis = 0; axis < D; axis++) {
        features[i * D + axis] = (float) (4 * shown + noise * draws.nextGaussian());
      }
    }
    return new FeatureSet(features, D, probabilities, CLASSES, labels);
  }

  /** All but KCD, which takes seconds. */
  private static Map<String, ScoreFigure> figures(FeatureSet samples) {
    return against(samples).of(EnumSet.complementOf(EnumSet.of(ScoreMetric.KCD))).stream()
        .collect(Collectors.toMap(ScoreFigure::key, Function.identity()));
  }

  private static FeatureFigures against(FeatureSet samples) {
    return new FeatureFigures(clusters(0, 1, true), clusters(1, 1, true), samples);
  }

  @Test
  void perfectSamplesReachTheFloor() {
    Map<String, ScoreFigure> figures = figures(clusters(2, 1, true));
    for (String key : List.of("fcd", "fcd_extrapolated", "fcd_within_classes")) {
      assertThat(figures.get(key).value()).as(key).isCloseTo(figures.get(key).floor(), within(0.2));
    }
    assertThat(figures.get("label_accuracy").value()).isEqualTo(1);
    assertThat(figures.get("inception_style_score").value()).isCloseTo(2, within(1e-9));
    assertThat(figures.get("precision").value()).isGreaterThan(0.95);
  }

  /** One class for both labels: half of the labels are wrong, and class 1 is 3 · 4² away. */
  @Test
  void aDroppedClassShowsInEveryFigure() {
    Map<String, ScoreFigure> figures = figures(clusters(2, 1, false));
    assertThat(figures.get("label_accuracy").value()).isEqualTo(0.5);
    assertThat(figures.get("label_accuracy").floor()).isEqualTo(1);
    assertThat(figures.get("inception_style_score").value()).isCloseTo(1, within(1e-9));
    assertThat(figures.get("fcd_class_0").value()).isLessThan(0.1);
    assertThat(figures.get("fcd_class_1").value()).isCloseTo(48, within(1.5));
    assertThat(figures.get("fcd_within_classes").value())
        .isEqualTo((figures.get("fcd_class_0").value() + figures.get("fcd_class_1").value()) / 2);
    assertThat(figures.get("fcd").value()).isGreaterThan(10);
    assertThat(figures.get("coverage").value()).isLessThan(0.6);
    assertThat(figures.get("recall").value()).isLessThan(0.6);
  }

  @Test
  void aDroppedClassIsManyStandardErrorsAway() {
    List<ScoreFigure> kernel = against(clusters(2, 1, false)).of(EnumSet.of(ScoreMetric.KCD));
    assertThat(kernel).extracting(ScoreFigure::key).containsExactly("kcd", "kcd_error");
    assertThat(kernel.get(0).value()).isGreaterThan(10 * kernel.get(1).value());
    assertThat(kernel.get(0).floor()).isLessThan(kernel.get(0).value() / 10);
  }

  @Test
  void onlyTheMetricsAskedForAreMeasured() {
    FeatureSet set = clusters(0, 1, true);
    FeatureFigures figures = new FeatureFigures(set, set, set);
    assertThat(figures.of(EnumSet.of(ScoreMetric.FCD)))
        .extracting(ScoreFigure::key)
        .containsExactly("fcd", "fcd_extrapolated");
    assertThat(figures.of(EnumSet.of(ScoreMetric.CLASSES, ScoreMetric.CAS))).isEmpty();
  }

  @Test
  void theTableStatesItsDefinitions() {
    ClassScore classes =
        new ClassScore(
            0.99,
            Predictions.of(new double[] {1, 0}, 2),
            Predictions.of(new double[] {0.95, 0.05, 0, 1}, 2),
            0.9);
    ImageScore score =
        new ImageScore(
            Optional.of(classes), List.of(new ScoreFigure("fcd", "FCD", 12.3456, 0.25)), 64);
    assertThat(score.text().lines().map(line -> line.trim().replaceAll(" {2,}", " | ")))
        .endsWith(
            "0 classes missing",
            "",
            "10000 generated against 10000 held-out real pictures; floor: 10000 training pictures"
                + " in place of the generated ones",
            "samples | floor",
            "FCD | 12.35 | 0.25",
            "features: 64 of the classifier conv-1, not Inception's; FCD is no FID, KCD no KID",
            "FCD: covariances with n − 1; KCD: unbiased, cubic kernel, 100 subsets of 1 000;"
                + " precision to coverage: k = 5");
    assertThat(score.json().path("fcd").asDouble()).isEqualTo(12.3456);
    assertThat(score.json().path("fcd_floor").asDouble()).isEqualTo(0.25);
    assertThat(score.json().path("accuracy").asDouble()).isEqualTo(0.99);
    assertThat(score.shortfall(0.5)).isEmpty();
  }
}
