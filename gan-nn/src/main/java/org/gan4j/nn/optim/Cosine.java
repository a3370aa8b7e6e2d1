package org.gan4j.nn.optim;

import org.gan4j.core.Expect;

/**
 * Cosine annealing: from the recipe's rate along half a cosine to a last factor, then constant.
 *
 * @param updates how many updates the annealing takes, at least 1
 * @param last the factor at its end, at least 0
 * @paper Loshchilov and Hutter 2017, arXiv:1608.03983, Eq. (5), without restarts
 */
public record Cosine(long updates, double last) implements Schedule {
  /**
   * Checks the ranges.
   *
   * @param updates how many updates the annealing takes, at least 1
   * @param last the factor at its end, at least 0
   */
  public Cosine {
    Expect.count("cosine schedule", "update", updates, 1);
    Expect.nonNegative("cosine schedule", "a finite last factor", last);
  }

  @Override
  public double factor(long update) {
    double progress = Math.min(1, (update - 1) / (double) updates);
    return last + (1 - last) * (1 + Math.cos(Math.PI * progress)) / 2;
  }
}
