package org.gan4j.metrics.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.random.Rng;
import org.gan4j.data.LabelledDataset;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.optim.Adam;
import org.junit.jupiter.api.Test;

/** Three Gaussian clusters, for which the Bayes posterior of each class is known. */
class ClassifierTest {
  private static final double SD = 0.5;

  /** Class c around (cos, sin) of 2πc/3, unit variance scaled by {@link #SD}; labels in turn. */
  private static final class Clusters implements LabelledDataset {
    private final float[] values;

    private Clusters(float[] values) {
      this.values = values;
    }

    static Clusters of(int n, long seed) {
      RandomGenerator draws = Rng.ofSeed(seed).stream("clusters").at(0);
      float[] values = new float[2 * n];
      for (int i = 0; i < n; i++) {
        double angle = 2 * Math.PI * (i % 3) / 3;
        values[2 * i] = (float) (Math.cos(angle) + SD * draws.nextGaussian());
        values[2 * i + 1] = (float) (Math.sin(angle) + SD * draws.nextGaussian());
      }
      return new Clusters(values);
    }

    @Override
    public int classes() {
      return 3;
    }

    @Override
    public int label(int index) {
      return index % 3;
    }

    @Override
    public int size() {
      return values.length / 2;
    }

    @Override
    public Shape sampleShape() {
      return Shape.of(2);
    }

    @Override
    public void copy(int index, float[] destination, int offset) {
      System.arraycopy(values, 2 * index, destination, offset, 2);
    }
  }

  /** P(class | x) of equal priors: the softmax of −‖x − centre‖² / 2σ². */
  private static double[] posterior(double x, double y) {
    double[] weights = new double[3];
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      double dx = x - Math.cos(2 * Math.PI * c / 3);
      double dy = y - Math.sin(2 * Math.PI * c / 3);
      weights[c] = Math.exp(-(dx * dx + dy * dy) / (2 * SD * SD));
      sum += weights[c];
    }
    for (int c = 0; c < 3; c++) {
      weights[c] /= sum;
    }
    return weights;
  }

  private static ClassifierConfig linear() {
    return new ClassifierConfig(
        3,
        Sequential.of(),
        Sequential.of(new Dense(3, Activation.IDENTITY)),
        new Adam(1e-2, 0.9, 0.999),
        100,
        20);
  }

  private static Backend backend() {
    return Backends.open("cpu", new BackendOptions(1, DType.FLOAT32));
  }

  /** Logistic regression is the right model of Gaussian clusters with one variance. */
  @Test
  void probabilitiesApproachTheBayesPosterior() {
    try (Backend backend = backend()) {
      Classifier classifier =
          new ClassifierTrainer(linear(), Clusters.of(30_000, 1), backend)
              .train((step, loss) -> assertThat(loss).isFinite());
      float[] points = {0, 0, 0.3f, 0.2f, -0.4f, 0.5f, 1, 0, -0.2f, -0.9f};
      double[] probabilities = classifier.probabilities(points);
      for (int i = 0; i < points.length / 2; i++) {
        double[] bayes = posterior(points[2 * i], points[2 * i + 1]);
        for (int c = 0; c < 3; c++) {
          assertThat(probabilities[3 * i + c]).isCloseTo(bayes[c], within(0.02));
        }
      }
    }
  }

  @Test
  void accuracyIsThatOfTheBayesRuleAndNoBetter() {
    Clusters test = Clusters.of(6_000, 2);
    int right = 0;
    for (int i = 0; i < test.size(); i++) {
      double[] bayes = posterior(test.values[2 * i], test.values[2 * i + 1]);
      double best = Math.max(bayes[0], Math.max(bayes[1], bayes[2]));
      right += bayes[test.label(i)] == best ? 1 : 0;
    }
    try (Backend backend = backend()) {
      Classifier classifier =
          new ClassifierTrainer(linear(), Clusters.of(30_000, 1), backend).train((s, l) -> {});
      assertThat(classifier.accuracy(test)).isCloseTo(right / 6_000.0, within(0.005));
    }
  }

  @Test
  void everyEpochVisitsTheLastSamplesToo() {
    Clusters data = Clusters.of(250, 1);
    try (Backend backend = backend()) {
      ClassifierTrainer trainer = new ClassifierTrainer(linear(), data, backend);
      List<Long> steps = new ArrayList<>();
      trainer.train((step, loss) -> steps.add(step));
      assertThat(trainer.steps()).isEqualTo(60);
      assertThat(steps).hasSize(60).endsWith(60L);
    }
  }

  @Test
  void oneSeedGivesOneClassifier() {
    Clusters data = Clusters.of(900, 1);
    float[] points = Classifier.samples(Clusters.of(10, 5));
    try (Backend backend = backend()) {
      double[] once =
          new ClassifierTrainer(linear(), data, backend).train((s, l) -> {}).probabilities(points);
      double[] again =
          new ClassifierTrainer(linear(), data, backend).train((s, l) -> {}).probabilities(points);
      assertThat(again).containsExactly(once);
    }
  }

  @Test
  void aNetworkMustEndInOneLogitAClass() {
    ClassifierConfig two =
        new ClassifierConfig(
            1,
            Sequential.of(),
            new Dense(2, Activation.IDENTITY),
            new Adam(1e-2, 0.9, 0.999),
            10,
            1);
    try (Backend backend = backend()) {
      assertThatThrownBy(() -> new ClassifierTrainer(two, Clusters.of(30, 1), backend))
          .hasMessage(
              "classifier: expected a network with one logit for each of 3 classes, got [2]");
    }
  }

  @Test
  void samplesOfAnotherSizeAreRefused() {
    try (Backend backend = backend()) {
      Classifier classifier =
          new ClassifierTrainer(linear(), Clusters.of(300, 1), backend).train((s, l) -> {});
      assertThatThrownBy(() -> classifier.predict(new float[5]))
          .hasMessage("classifier: expected samples of 2 values each, got 5 values");
    }
  }

  @Test
  void samplesThatAreNotFiniteAreRefused() {
    try (Backend backend = backend()) {
      Classifier classifier =
          new ClassifierTrainer(linear(), Clusters.of(300, 1), backend).train((s, l) -> {});
      float[] samples = {0, 1, 2, Float.NaN, Float.NaN, 0};
      assertThatThrownBy(() -> classifier.predict(samples))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "classifier: expected finite samples, got NaN in row 1, column 1; fix what produced"
                  + " them, since no class fits");
      Clusters broken = Clusters.of(30, 1);
      broken.values[7] = Float.POSITIVE_INFINITY;
      ClassifierTrainer trainer = new ClassifierTrainer(linear(), broken, backend);
      assertThatThrownBy(() -> trainer.train((s, l) -> {}))
          .hasMessageStartingWith("classifier: expected finite samples in a batch, got Infinity in")
          .hasMessageEndingWith("; check the data set");
    }
  }

  @Test
  void emptyTrainingIsRefused() {
    assertThatThrownBy(
            () ->
                new ClassifierConfig(
                    1,
                    Sequential.of(),
                    new Dense(2, Activation.IDENTITY),
                    new Adam(1e-2, 0.9, 0.999),
                    0,
                    1))
        .hasMessage("classifier: expected at least 1 sample in a batch, got 0");
  }

  @Test
  void countsTheConfidentlyClassified() {
    double[] probabilities = {0.95, 0.03, 0.02, 0.1, 0.9, 0, 0.4, 0.35, 0.25, 0.05, 0.91, 0.04};
    Predictions predictions = Predictions.of(probabilities, 3);
    assertThat(predictions.samples()).isEqualTo(4);
    assertThat(predictions.confident(0.9)).isEqualTo(0.75);
    assertThat(predictions.counts(0.9)).containsExactly(1, 2, 0);
    assertThat(predictions.counts(0)).containsExactly(2, 2, 0);
    assertThat(predictions.label(2)).isZero();
    assertThat(predictions.confidence(2)).isEqualTo(0.4);
  }

  @Test
  void predictionsNeedCompleteRows() {
    assertThatThrownBy(() -> Predictions.of(new double[4], 3))
        .hasMessage("predictions: expected rows of 3 probabilities, one per class, got 4 in total");
    assertThatThrownBy(() -> Predictions.of(new double[] {1, 0, 0, 0, Double.NaN, 1}, 3))
        .hasMessage(
            "predictions: expected probabilities in [0, 1], got NaN in row 1; check that the"
                + " classifier's training converged");
    assertThatThrownBy(() -> Predictions.of(new double[] {1.5, 0, 0}, 3))
        .hasMessageContaining("got 1.5 in row 0");
  }
}
