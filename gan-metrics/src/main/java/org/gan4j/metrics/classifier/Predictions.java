package org.gan4j.metrics.classifier;

/** The likeliest class of each of some samples, and its probability. */
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
   * Takes the likeliest class of each sample, the first of equals.
   *
   * @shape probabilities [n, classes], row-major
   * @param probabilities each sample's for each class
   * @param classes how many there are
   * @return the predictions
   * @throws IllegalArgumentException if the array holds no whole number of samples
   */
  public static Predictions of(double[] probabilities, int classes) {
    if (classes < 1 || probabilities.length % classes != 0) {
      throw new IllegalArgumentException(
          "predictions: expected a probability for each of %d classes of every sample, got %d in all"
              .formatted(classes, probabilities.length));
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
   * @return the likeliest class
   */
  public int label(int sample) {
    return labels[sample];
  }

  /**
   * Returns a sample's confidence.
   *
   * @param sample its index
   * @return the probability of its likeliest class
   */
  public double confidence(int sample) {
    return confidences[sample];
  }

  /**
   * Returns how many samples are classified with some confidence.
   *
   * @param threshold the least probability that counts
   * @return a fraction of the samples
   */
  public double confident(double threshold) {
    int sure = 0;
    for (int count : counts(threshold)) {
      sure += count;
    }
    return (double) sure / labels.length;
  }

  /**
   * Counts the classes among the samples that are classified with some confidence.
   *
   * @param threshold the least probability that counts
   * @return one number a class
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
