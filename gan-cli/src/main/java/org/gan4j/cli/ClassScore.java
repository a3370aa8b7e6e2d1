package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.metrics.classifier.Predictions;

/**
 * How confident a classifier is of samples, and their classes.
 *
 * @param accuracy the classifier's accuracy on the test set
 * @param test the predictions for the test set, for comparison
 * @param samples the predictions for the samples
 * @param confidence the least probability of a recognised sample
 */
record ClassScore(double accuracy, Predictions test, Predictions samples, double confidence)
    implements Score {
  double confident() {
    return samples.confident(confidence);
  }

  /** The number of classes without a recognised sample. */
  int missing() {
    return (int) Arrays.stream(samples.counts(confidence)).filter(count -> count == 0).count();
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%.1f %% of %d samples classified with probability %s or more; of the test set %.1f %%%n",
            100 * confident(),
            samples.samples(),
            confidence,
            100 * test.confident(confidence)));
    text.append(
        String.format(Locale.ROOT, "the classifier's test accuracy: %.2f %%%n", 100 * accuracy));
    int[] counts = samples.counts(confidence);
    for (int i = 0; i < counts.length; i++) {
      text.append(String.format(Locale.ROOT, "  class %d  %5d%n", i, counts[i]));
    }
    return text.append(missing()).append(" classes missing").toString();
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("samples", samples.samples())
        .put("confidence", confidence)
        .put("confident", confident())
        .put("confident_test", test.confident(confidence))
        .put("accuracy", accuracy)
        .put("classes_missing", missing());
    ArrayNode counts = json.putArray("counts");
    for (int count : samples.counts(confidence)) {
      counts.add(count);
    }
    return json;
  }

  @Override
  public List<ScoreNumber> numbers() {
    return List.of(new ScoreNumber("confident", "recognised", confident(), true));
  }

  @Override
  public Optional<String> shortfall(double atLeast) {
    if (confident() >= atLeast && missing() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "expected %s or more recognised and no class missing, got %s and %d missing",
            atLeast,
            confident(),
            missing()));
  }
}
