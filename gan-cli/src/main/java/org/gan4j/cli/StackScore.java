package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.data.StackedSamples;
import org.gan4j.metrics.ModeCoverage;
import org.gan4j.metrics.classifier.Predictions;

/**
 * The classes of stacks among the samples, by a classifier of single pictures.
 *
 * @param accuracy the classifier's accuracy on single pictures of the test set
 * @param labels the true classes of training stacks, which differ from uniform only by chance and
 *     by the frequencies of the classes
 * @param test the predicted classes of test stacks, which include the classifier's errors
 * @param samples the predicted classes of the samples
 * @param confidence the least probability of a recognised picture
 */
record StackScore(
    double accuracy, Histogram labels, Histogram test, Histogram samples, double confidence)
    implements Score {
  /**
   * One histogram over the classes of stacks.
   *
   * @param coverage the classes of all stacks, recognised or not, as in the papers
   * @param recognised the fraction of single pictures that are recognised
   */
  record Histogram(ModeCoverage coverage, double recognised) {
    static Histogram ofLabels(int[] labels, int partClasses) {
      return new Histogram(ModeCoverage.ofClasses(labels, StackedSamples.classes(partClasses)), 1);
    }

    /** Counts stacks by the predictions for their pictures, which follow one another. */
    static Histogram ofPredictions(Predictions pictures, int partClasses, double confidence) {
      int[] labels = new int[pictures.samples()];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = pictures.label(i);
      }
      Histogram stacks = ofLabels(StackedSamples.labels(labels, partClasses), partClasses);
      return new Histogram(stacks.coverage, pictures.confident(confidence));
    }

    int modes() {
      return coverage.modes();
    }

    /** In nats; always defined, since every stack counts. */
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
  public List<ScoreNumber> numbers() {
    return List.of(
        new ScoreNumber("modes", "modes", samples.modes(), true),
        new ScoreNumber("kl", "KL to uniform", samples.kl(), false),
        new ScoreNumber("confident", "recognised", samples.recognised, true));
  }

  @Override
  public Optional<String> shortfall(double atLeast) {
    if (samples.modes() >= atLeast * classes()) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "expected %s or more of %d modes found, got %d",
            atLeast,
            classes(),
            samples.modes()));
  }
}
