package org.gan4j.cli;

import org.gan4j.metrics.classifier.Classifier;

/**
 * Pictures as a classifier sees them.
 *
 * @param features [n, dimensions], row-major
 * @param dimensions numbers in a feature vector
 * @param probabilities [n, classes], row-major
 * @param classes the number of classes
 * @param labels the class of each picture; for samples, the one asked for
 */
@SuppressWarnings("ArrayRecordComponent") // a holder that is never compared
record FeatureSet(
    float[] features, int dimensions, double[] probabilities, int classes, int[] labels) {
  static FeatureSet of(Classifier classifier, float[] pictures, int[] labels) {
    return new FeatureSet(
        classifier.features(pictures),
        classifier.dimensions(),
        classifier.probabilities(pictures),
        classifier.classes(),
        labels);
  }

  /** {@return the features of the pictures of one class} */
  float[] ofClass(int label) {
    int count = 0;
    for (int own : labels) {
      count += own == label ? 1 : 0;
    }
    float[] chosen = new float[count * dimensions];
    int next = 0;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == label) {
        System.arraycopy(features, i * dimensions, chosen, next, dimensions);
        next += dimensions;
      }
    }
    return chosen;
  }
}
