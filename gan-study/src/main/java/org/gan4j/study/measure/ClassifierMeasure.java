package org.gan4j.study.measure;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.gan4j.core.DType;
import org.gan4j.core.Expect;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.core.recipe.RecipeName;
import org.gan4j.data.LabelledDataset;
import org.gan4j.data.sets.DataSets;
import org.gan4j.data.sets.ImageSet;
import org.gan4j.data.sets.Split;
import org.gan4j.data.spec.Images;
import org.gan4j.metrics.FrechetDistance;
import org.gan4j.metrics.KernelDistance;
import org.gan4j.metrics.classifier.Classifier;
import org.gan4j.metrics.classifier.InceptionScore;
import org.gan4j.metrics.classifier.Predictions;
import org.gan4j.train.GanConfig;
import org.gan4j.train.GanTrainer;

/**
 * Scores pictures by the classifier of their data set, as {@code gan score} does: FCD and KCD to
 * the held-out pictures, the Inception-style score, and the share of samples that the classifier
 * recognises with probability 0.9. The features are the classifier's, so FCD is no FID and KCD no
 * KID.
 *
 * @param samples the number of samples scored per generator, and at most of held-out pictures
 */
@RecipeName("classifier")
public record ClassifierMeasure(int samples) implements Measure {
  private static final double CONFIDENCE = 0.9;

  private static final Rng DRAWS = Rng.ofSeed(0).child("score");

  private static final List<Metric> METRICS =
      List.of(
          new Metric("fcd", false),
          new Metric("kcd", false),
          new Metric("inception_style_score", true),
          new Metric("recognised", true));

  /**
   * Checks the number of samples.
   *
   * @param samples the number of samples, at least 1 000, as many as a subset of the kernel
   *     distance has
   */
  public ClassifierMeasure {
    Expect.count("classifier", "samples", samples, KernelDistance.SUBSET_SIZE);
  }

  /** Scores 10 000 samples, as {@code gan score} does. */
  public ClassifierMeasure() {
    this(10_000);
  }

  @Override
  public List<Metric> metrics() {
    return METRICS;
  }

  @Override
  public Gauge open(GanConfig config) throws IOException {
    if (!(config.data() instanceof Images images)) {
      throw new IllegalArgumentException(
          "classifier: expected a data set of labelled pictures, such as mnist, got "
              + config.data());
    }
    ImageSet set = images.set();
    LabelledDataset train = DataSets.ofEnvironment().load(set, Split.TRAIN);
    LabelledDataset test = DataSets.ofEnvironment().load(set, Split.TEST);
    try (Backend backend = classifierBackend(config)) {
      Classifier classifier = PictureClassifier.of(set, train, backend);
      float[] heldOut = classifier.features(pictures(test));
      return trainer -> figures(trainer, set, train, heldOut);
    }
  }

  private static Backend classifierBackend(GanConfig config) {
    return config.compute().withDtype(DType.FLOAT32).open();
  }

  /** Of a larger test set, a random part that is the same each time. */
  private float[] pictures(LabelledDataset data) {
    int count = Math.min(samples, data.size());
    int[] order = DRAWS.stream("pictures").permutation(data.size(), 0);
    int values = data.sampleShape().length();
    float[] pictures = new float[count * values];
    for (int i = 0; i < count; i++) {
      data.copy(order[i], pictures, i * values);
    }
    return pictures;
  }

  private List<OptionalDouble> figures(
      GanTrainer trainer, ImageSet set, LabelledDataset train, float[] heldOut) throws IOException {
    float[] generated = FiniteSamples.of(trainer, samples);
    try (Backend backend = classifierBackend(trainer.config())) {
      Classifier classifier = PictureClassifier.of(set, train, backend);
      float[] features = classifier.features(generated);
      double[] probabilities = classifier.probabilities(generated);
      int dimensions = classifier.dimensions();
      int classes = classifier.classes();
      return List.of(
          OptionalDouble.of(FrechetDistance.between(features, heldOut, dimensions)),
          OptionalDouble.of(
              KernelDistance.between(features, heldOut, dimensions, DRAWS.stream("kcd")).squared()),
          OptionalDouble.of(InceptionScore.of(probabilities, classes)),
          OptionalDouble.of(Predictions.of(probabilities, classes).confident(CONFIDENCE)));
    }
  }
}
