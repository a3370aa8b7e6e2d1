package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.data.StackedSamples;
import org.gan4j.metrics.ModeCoverage;
import org.gan4j.metrics.classifier.Classification;

/**
 * Which classes of stacks the samples reach, by a classifier of single pictures.
 *
 * @param accuracy the classifier's own, on single pictures of the test set
 * @param labels what the true classes of training stacks give: all that is left is chance and the
 *     classes' own frequencies
 * @param test what stacks of the test set give: the classifier's errors come in
 * @param samples what the samples give
 * @param confidence the probability from which on a picture is recognised
 */
record StackScore(double accuracy, Row labels, Row test, Row samples, double confidence)
    implements Score {
  /**
   * One histogram over the classes of stacks.
   *
   * @param coverage every stack counts, sure or not, as in the papers
   * @param recognised the fraction of the stacks' single pictures that are recognised
   */
  record Row(ModeCoverage coverage, double recognised) {
    static Row ofLabels(int[] labels, int partClasses) {
      return new Row(ModeCoverage.ofClasses(labels, StackedSamples.classes(partClasses)), 1);
    }

    /** Counts stacks whose pictures were judged one after the other. */
    static Row judged(Classification pictures, int partClasses, double confidence) {
      int[] labels = new int[pictures.samples()];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = pictures.label(i);
      }
      Row row = ofLabels(StackedSamples.labels(labels, partClasses), partClasses);
      return new Row(row.coverage, pictures.confident(confidence));
    }

    int modes() {
      return coverage.modes();
    }

    /** In nats; there always is one, since every stack counts. */
    double kl() {
      return coverage.reverseKl().orElseThrow();
    }

    String line(String what) {
      return String.format(
          Locale.ROOT, "  %-28s %14d %22.4f %20.1f %%%n", what, modes(), kl(), 100 * recognised);
    }
  }

  @Override
  public String text() {
    String head =
        String.format(
            Locale.ROOT,
            "%-30s %14s %22s %22s%n",
            samples.coverage.samples() + " stacks each",
            "of " + classes() + " modes",
            "KL to uniform, nats",
            "pictures recognised");
    return head
        + samples.line("samples")
        + test.line("test set")
        + labels.line("training set, true classes")
        + String.format(
            Locale.ROOT,
            "the classifier's test accuracy: %.2f %% of single pictures; recognised: probability %s or more",
            100 * accuracy,
            confidence);
  }

  private int classes() {
    return samples.coverage.counts().size();
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("samples", samples.coverage.samples())
        .put("classes", classes())
        .put("confidence", confidence)
        .put("accuracy", accuracy)
        .put("modes", samples.modes())
        .put("kl", samples.kl())
        .put("confident", samples.recognised)
        .put("modes_test", test.modes())
        .put("kl_test", test.kl())
        .put("confident_test", test.recognised)
        .put("modes_labels", labels.modes())
        .put("kl_labels", labels.kl());
    ArrayNode counts = json.putArray("counts");
    samples.coverage.counts().forEach(counts::add);
    return json;
  }

  @Override
  public Optional<String> shortfall(double atLeast) {
    if (samples.modes() >= atLeast * classes()) {
      return Optional.empty();
    }
    return Optional.of(
        "expected %s or more of %d modes found, got %d"
            .formatted(atLeast, classes(), samples.modes()));
  }
}
