package org.gan4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gan4j.core.DType;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.data.LabelledDataset;
import org.gan4j.data.sets.DataSets;
import org.gan4j.data.sets.ImageSet;
import org.gan4j.data.sets.Split;
import org.gan4j.metrics.classifier.Classifier;
import org.gan4j.metrics.classifier.ClassifierConfig;

/**
 * Scores a generator of pictures by the convolutional classifier.
 *
 * @param generator the generator
 * @param set the pictures that it was trained on
 * @param metrics what to measure
 * @param confidence the least probability of a recognised picture
 * @param seed the seed of the draws
 * @param err receives the progress
 */
record ImageScoring(
    TrainedRun.Generator generator,
    ImageSet set,
    Set<ScoreMetric> metrics,
    double confidence,
    long seed,
    PrintWriter err) {
  /** The pictures in a set that is compared. */
  static final int PICTURES = 10_000;

  /** Measures all metrics, {@link ScoreMetric#CLASSES} on the first {@code recognised} samples. */
  ImageScore score(int recognised) throws IOException {
    LabelledDataset train = DataSets.ofEnvironment().load(set, Split.TRAIN);
    LabelledDataset test = DataSets.ofEnvironment().load(set, Split.TEST);
    float[] samples = samples(recognised, train);
    try (Backend backend = generator.config().compute().withDtype(DType.FLOAT32).open()) {
      Classifier classifier = ClassifierTraining.cached(set, train, backend, err);
      List<ScoreFigure> figures = new ArrayList<>();
      if (metrics.stream().anyMatch(ScoreMetric::comparesSets)) {
        figures.addAll(figures(classifier, samples, train, test));
      }
      if (metrics.contains(ScoreMetric.CAS)) {
        figures.add(cas(samples, train, test, classifier, backend));
      }
      return new ImageScore(
          classes(classifier, first(samples, recognised, train), test),
          figures,
          classifier.dimensions());
    }
  }

  private float[] samples(int recognised, LabelledDataset train) throws IOException {
    int compared = metrics.stream().anyMatch(ScoreMetric::comparesSets) ? PICTURES : 1;
    int trained = metrics.contains(ScoreMetric.CAS) ? train.size() : 1;
    try (Backend backend = generator.open()) {
      return generator.sample(Math.max(recognised, Math.max(compared, trained)), seed, backend);
    }
  }

  private static float[] first(float[] samples, int count, LabelledDataset data) {
    return Arrays.copyOf(samples, count * data.sampleShape().length());
  }

  private Optional<ClassScore> classes(
      Classifier classifier, float[] samples, LabelledDataset test) {
    if (!metrics.contains(ScoreMetric.CLASSES)) {
      return Optional.empty();
    }
    return Optional.of(
        new ClassScore(
            classifier.accuracy(test),
            classifier.predict(Classifier.samples(test)),
            classifier.predict(samples),
            confidence));
  }

  private List<ScoreFigure> figures(
      Classifier classifier, float[] samples, LabelledDataset train, LabelledDataset test) {
    LabelledDataset generated = new GeneratedImages(first(samples, PICTURES, train), train);
    return new FeatureFigures(
            features(classifier, test),
            features(classifier, train),
            features(classifier, generated))
        .of(metrics);
  }

  /** Of a larger data set, a random part that is the same each time. */
  private static FeatureSet features(Classifier classifier, LabelledDataset data) {
    int[] order = Rng.ofSeed(0).child("score").stream("pictures").permutation(data.size(), 0);
    int values = data.sampleShape().length();
    float[] pictures = new float[PICTURES * values];
    int[] labels = new int[PICTURES];
    for (int i = 0; i < PICTURES; i++) {
      data.copy(order[i], pictures, i * values);
      labels[i] = data.label(order[i]);
    }
    return FeatureSet.of(classifier, pictures, labels);
  }

  /** The floor is the accuracy of the classifier that was trained on real pictures. */
  private ScoreFigure cas(
      float[] samples,
      LabelledDataset train,
      LabelledDataset test,
      Classifier classifier,
      Backend backend) {
    LabelledDataset generated = new GeneratedImages(first(samples, train.size(), train), train);
    ClassifierConfig config = ClassifierConfig.convolutional(generated);
    Classifier onSamples = ClassifierTraining.run("samples", config, generated, backend, err);
    return new ScoreFigure("cas", "CAS", onSamples.accuracy(test), classifier.accuracy(test));
  }
}
