package org.gan4j.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code gan score} measures on pictures. */
enum ScoreMetric {
  /** How many samples are recognised, and their classes. */
  CLASSES,
  /** The Fréchet distance between the classifier's features. */
  FCD,
  /** The kernel distance between the classifier's features. */
  KCD,
  /** Precision, recall, density and coverage on the classifier's features. */
  PRDC,
  /** The Inception-style score. */
  IS,
  /** Of conditional runs: the accuracy of the labels asked for, and FCD within each class. */
  LABELS,
  /** Of conditional runs: the accuracy on real pictures of a classifier trained on samples. */
  CAS;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean needsLabels() {
    return this == LABELS || this == CAS;
  }

  /** {@return whether the 10 000 samples are compared with real pictures} */
  boolean comparesSets() {
    return this != CLASSES && this != CAS;
  }

  /** {@return those that take seconds and suit the run} */
  static Set<ScoreMetric> usual(boolean conditional) {
    Set<ScoreMetric> usual = EnumSet.of(CLASSES, FCD, KCD, IS);
    if (conditional) {
      usual.add(LABELS);
    }
    return usual;
  }

  static Set<ScoreMetric> of(List<String> ids) {
    return ids.stream()
        .map(ScoreMetric::ofId)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ScoreMetric.class)));
  }

  private static ScoreMetric ofId(String id) {
    return Arrays.stream(values())
        .filter(metric -> metric.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "--metrics: expected some of "
                        + Arrays.stream(values())
                            .map(ScoreMetric::id)
                            .collect(Collectors.joining(", "))
                        + ", got '"
                        + id
                        + "'"));
  }
}
