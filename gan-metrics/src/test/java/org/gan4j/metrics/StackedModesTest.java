package org.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gan4j.core.random.Rng;
import org.gan4j.data.LabelledDataset;
import org.gan4j.data.StackedSamples;
import org.gan4j.data.sets.DataSets;
import org.gan4j.data.sets.ImageSet;
import org.gan4j.data.sets.Split;
import org.gan4j.data.spec.StackedImages;
import org.junit.jupiter.api.Test;

class StackedModesTest {
  /**
   * With the digits' counts in the training set, three times Σ p log(10 p) is 0.0043 nats, and n
   * draws add (K − 1) / 2n, 0.0192, with a standard deviation of √((K − 1) / 2) / n or a little
   * more: 0.0009.
   */
  @Test
  void trueClassesHaveTheDivergenceThatTheoryGives() throws IOException {
    DataSets data = DataSets.ofEnvironment();
    assumeTrue(
        data.has(ImageSet.MNIST),
        () ->
            String.format(
                Locale.ROOT, "mnist is not in %s: run scripts/fetch-data mnist", data.folder()));
    LabelledDataset parts = new StackedImages(ImageSet.MNIST, 2).parts(Split.TRAIN);
    int n = 26_000;
    StackedSamples stacks = new StackedSamples(parts, Rng.ofSeed(3).stream("stacks"));
    int[] labels = new int[n];
    stacks.labels(0, labels);
    ModeCoverage coverage = ModeCoverage.ofClasses(labels, stacks.classes());
    assertThat(coverage.modes()).isEqualTo(1000);
    double[] counts = new double[10];
    IntStream.range(0, parts.size()).forEach(i -> counts[parts.label(i)]++);
    double bias = 3 * Arrays.stream(counts).map(c -> c / 60_000 * Math.log(10 * c / 60_000)).sum();
    assertThat(bias).isCloseTo(0.0043, within(0.0001));
    assertThat(coverage.reverseKl().orElseThrow())
        .isCloseTo(bias + 999.0 / (2 * n), within(4 * 0.0009));
  }
}
