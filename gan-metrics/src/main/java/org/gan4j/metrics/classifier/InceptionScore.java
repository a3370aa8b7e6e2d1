package org.gan4j.metrics.classifier;

import org.gan4j.core.Expect;

/**
 * The score exp(E KL(p(class | x) ‖ p(class))): how certain the class of each sample is, and how
 * evenly the classes occur. It is 1 at worst and the number of classes at best. It was defined with
 * the Inception network's probabilities; with another classifier's it is a different number, and
 * the two must not be compared.
 *
 * @paper Salimans et al. 2016, arXiv:1606.03498, Section 4
 */
public final class InceptionScore {
  private InceptionScore() {}

  /**
   * Returns the score over all samples at once, without splits.
   *
   * @shape probabilities [n, classes], row-major
   * @param probabilities the probability of each class for each sample, of at least one
   * @param classes how many classes there are
   * @return the score, from 1 to {@code classes}
   * @throws IllegalArgumentException if there is no sample, or the last row is incomplete
   */
  public static double of(double[] probabilities, int classes) {
    boolean complete =
        classes > 0 && probabilities.length > 0 && probabilities.length % classes == 0;
    Expect.that(
        complete,
        "InceptionScore",
        "rows of " + classes + " probabilities, one per class",
        probabilities.length + " in total");
    int n = probabilities.length / classes;
    double[] marginal = new double[classes];
    double conditional = 0;
    for (int i = 0; i < probabilities.length; i++) {
      marginal[i % classes] += probabilities[i] / n;
      conditional += plogp(probabilities[i]) / n;
    }
    double total = 0;
    for (double p : marginal) {
      total += plogp(p);
    }
    return Math.exp(conditional - total);
  }

  private static double plogp(double p) {
    return p == 0 ? 0 : p * Math.log(p);
  }
}
