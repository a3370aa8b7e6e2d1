package org.gan4j.metrics.classifier;

import org.gan4j.core.Expect;

/** The most likely class of each sample, with its probability. */
public final class Predictions {
  private final int[] labels;
  private final double[] confidences;
  private final int classes;

  private Predictions(int[] labels, double[] confidences, int classes) {
    this.labels = labels;
    this.confidences = confidences;
    this.classes = classes;
  }

  /**
   * Picks the most likely class of each sample; of equally likely classes, the first.
   *
   * @shape probabilities [n, classes], row-major
   * @param probabilities the probability of each class for each sample
   * @param classes how many classes there are
   * @return the predictions
   * @throws IllegalArgumentException if the last row is incomplete, or a number is not in [0, 1]
   */
  public static Predictions of(double[] probabilities, int classes) {
    if (classes < 1 || probabilities.length % classes != 0) {
      throw Expect.failure(
          "predictions",
          "rows of %d probabilities, one per class".formatted(classes),
          probabilities.length + " in total");
    }
    for (int i = 0; i < probabilities.length; i++) {
      if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) {
        throw Expect.failure(
            "predictions",
            "probabilities in [0, 1]",
            "%s in row %d".formatted(probabilities[i], i / classes),
            "check that the classifier's training converged");
      }
    }
    int n = probabilities.length / classes;
    int[] labels = new int[n];
    double[] confidences = new double[n];
    for (int i = 0; i < n; i++) {
      int best = 0;
      for (int c = 1; c < classes; c++) {
        if (probabilities[i * classes + c] > probabilities[i * classes + best]) {
          best = c;
        }
      }
      labels[i] = best;
      confidences[i] = probabilities[i * classes + best];
    }
    return new Predictions(labels, confidences, classes);
  }

  /** {@return the number of samples} */
  public int samples() {
    return labels.length;
  }

  /**
   * Returns a sample's class.
   *
   * @param sample its index
   * @return its most likely class
   */
  public int label(int sample) {
    return labels[sample];
  }

  /**
   * Returns the confidence of a prediction.
   *
   * @param sample its index
   * @return the probability of its most likely class
   */
  public double confidence(int sample) {
    return confidences[sample];
  }

  /**
   * Returns the fraction of samples that are predicted with at least this confidence.
   *
   * @param threshold the lowest confidence that counts
   * @return the fraction, in [0, 1]
   */
  public double confident(double threshold) {
    int sure = 0;
    for (int count : counts(threshold)) {
      sure += count;
    }
    return (double) sure / labels.length;
  }

  /**
   * Counts the samples of each class that are predicted with at least this confidence.
   *
   * @param threshold the lowest confidence that counts
   * @return one count per class
   */
  public int[] counts(double threshold) {
    int[] counts = new int[classes];
    for (int i = 0; i < labels.length; i++) {
      if (confidences[i] >= threshold) {
        counts[labels[i]]++;
      }
    }
    return counts;
  }
}
