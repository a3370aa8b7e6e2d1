package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gan4j.core.DType;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.data.LabelledDataset;
import org.gan4j.data.idx.DataSets;
import org.gan4j.data.idx.ImageSet;
import org.gan4j.data.idx.Split;
import org.gan4j.metrics.classifier.Classifier;
import org.gan4j.train.Compute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Distances on the pinned classifier's features, where it has been trained, of spoilt pictures. */
class FeatureDistanceTest {
  private static final int N = 2000;
  private static final int WIDTH = 28;
  private static final int PIXELS = WIDTH * WIDTH;

  private static Classifier classifier(ImageSet set, LabelledDataset test, Backend backend)
      throws IOException {
    Optional<Classifier> trained = ClassifierTraining.file(set, test).read(test, backend);
    assumeTrue(trained.isPresent(), "no trained classifier of " + set.id() + " here: gan score");
    return trained.orElseThrow();
  }

  private static LabelledDataset test(ImageSet set) throws IOException {
    assumeTrue(DataSets.ofEnvironment().has(set), "no data here: scripts/fetch-data " + set.id());
    return DataSets.ofEnvironment().load(set, Split.TEST);
  }

  private static Backend backend() {
    return new Compute().withDtype(DType.FLOAT32).open();
  }

  @ParameterizedTest
  @EnumSource(ImageSet.class)
  void thePinnedClassifierIsAccurate(ImageSet set) throws IOException {
    LabelledDataset test = test(set);
    try (Backend backend = backend()) {
      double least = set == ImageSet.MNIST ? 0.99 : 0.91;
      assertThat(classifier(set, test, backend).accuracy(test)).isGreaterThanOrEqualTo(least);
    }
  }

  @Test
  void distancesGrowUnderNoiseBlurAndADroppedClass() throws IOException {
    LabelledDataset test = test(ImageSet.MNIST);
    try (Backend backend = backend()) {
      Classifier classifier = classifier(ImageSet.MNIST, test, backend);
      float[] pictures = Classifier.samples(test);
      FeatureSet heldOut = set(classifier, test, Arrays.copyOf(pictures, N * PIXELS), 0);
      float[] others = Arrays.copyOfRange(pictures, N * PIXELS, 2 * N * PIXELS);
      FeatureSet real = set(classifier, test, others, N);
      for (float[] spoilt : List.of(noisy(others), blurred(others), withoutOnes(others, test))) {
        List<Figure> figures =
            new FeatureFigures(heldOut, real, set(classifier, test, spoilt, N))
                .of(EnumSet.of(ScoreMetric.FCD));
        assertThat(figures)
            .allSatisfy(
                figure ->
                    assertThat(figure.value()).isGreaterThan(2 * Math.max(0, figure.floor())));
      }
    }
  }

  private static FeatureSet set(
      Classifier classifier, LabelledDataset test, float[] pictures, int from) {
    int[] labels = new int[N];
    Arrays.setAll(labels, i -> test.label(from + i));
    return FeatureSet.of(classifier, pictures, labels);
  }

  private static float[] noisy(float[] pictures) {
    RandomGenerator draws = Rng.ofSeed(4).stream("noise").at(0);
    float[] noisy = pictures.clone();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] = (float) Math.max(-1, Math.min(1, noisy[i] + 0.3 * draws.nextGaussian()));
    }
    return noisy;
  }

  /** The mean of three neighbours in each row, and of three rows. */
  private static float[] blurred(float[] pictures) {
    return smoothed(smoothed(pictures, 1), WIDTH);
  }

  private static float[] smoothed(float[] pictures, int stride) {
    float[] smooth = pictures.clone();
    for (int i = stride; i < pictures.length - stride; i++) {
      smooth[i] = (pictures[i - stride] + pictures[i] + pictures[i + stride]) / 3;
    }
    return smooth;
  }

  /** Every one becomes a copy of the picture before it. */
  private static float[] withoutOnes(float[] pictures, LabelledDataset test) {
    float[] without = pictures.clone();
    for (int i = 1; i < N; i++) {
      if (test.label(N + i) == 1) {
        System.arraycopy(without, (i - 1) * PIXELS, without, i * PIXELS, PIXELS);
      }
    }
    return without;
  }
}
