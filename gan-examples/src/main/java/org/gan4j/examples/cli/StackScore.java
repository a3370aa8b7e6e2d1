package org.gan4j.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.data.StackedSamples;
import org.gan4j.train.classifier.Judgement;
import org.gan4j.train.metrics.ModeCoverage;

/**
 * Which classes of stacks the samples reach, by a classifier of single pictures.
 *
 * @param accuracy the classifier's own, on single pictures of the test set
 * @param labels what stacks of the training set give by their true classes: all that is left is
 *     chance and the classes' own frequencies
 * @param test what stacks of the test set give by the classifier: its errors come in
 * @param samples what the samples give by the classifier
 */
record StackScore(double accuracy, ModeCoverage labels, ModeCoverage test, ModeCoverage samples)
    implements Score {
  /** Counts stacks whose parts were judged one after the other. */
  static ModeCoverage coverage(Judgement parts, int partClasses) {
    int[] labels = new int[parts.samples()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = parts.label(i);
    }
    return coverage(StackedSamples.labels(labels, partClasses), partClasses);
  }

  static ModeCoverage coverage(int[] labels, int partClasses) {
    return ModeCoverage.ofClasses(labels, StackedSamples.classes(partClasses));
  }

  @Override
  public String text() {
    return String.format(
        Locale.ROOT,
        "%d stacks each%18s of %d modes   KL to uniform, nats%n%s%s%sthe classifier's test accuracy: %.2f %% of single pictures",
        samples.samples(),
        "",
        samples.counts().size(),
        line("samples", samples),
        line("test set, by the classifier", test),
        line("training set, true classes", labels),
        100 * accuracy);
  }

  private static String line(String what, ModeCoverage coverage) {
    return String.format(
        Locale.ROOT, "  %-30s %12d   %20.4f%n", what, coverage.modes(), kl(coverage));
  }

  /** Every stack counts as one of some class, so there is a divergence. */
  private static double kl(ModeCoverage coverage) {
    return coverage.reverseKl().orElseThrow();
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("samples", samples.samples())
        .put("classes", samples.counts().size())
        .put("modes", samples.modes())
        .put("kl", kl(samples))
        .put("modes_test", test.modes())
        .put("kl_test", kl(test))
        .put("modes_labels", labels.modes())
        .put("kl_labels", kl(labels))
        .put("accuracy", accuracy);
    ArrayNode counts = json.putArray("counts");
    samples.counts().forEach(counts::add);
    return json;
  }

  @Override
  public Optional<String> shortfall(double atLeast) {
    int classes = samples.counts().size();
    if (samples.modes() >= atLeast * classes) {
      return Optional.empty();
    }
    return Optional.of(
        "expected %s or more of %d modes found, got %d"
            .formatted(atLeast, classes, samples.modes()));
  }
}
