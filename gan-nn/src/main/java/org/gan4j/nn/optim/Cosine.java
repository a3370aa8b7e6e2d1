package org.gan4j.nn.optim;

import org.gan4j.core.Expect;

/**
 * Cosine annealing: from the recipe's rate along half a cosine to a last factor, then constant.
 *
 * @param over how long the annealing takes
 * @param last the factor at its end, at least 0
 * @paper Loshchilov and Hutter 2017, arXiv:1608.03983, Eq. (5), without restarts
 */
public record Cosine(Span over, double last) implements Schedule {
  /**
   * Checks the ranges.
   *
   * @param over how long the annealing takes
   * @param last the factor at its end, at least 0
   */
  public Cosine {
    Expect.nonNull("cosine schedule", "a span", over);
    Expect.nonNegative("cosine schedule", "a finite last factor", last);
  }

  /**
   * Anneals over the whole run.
   *
   * @param last the factor at its end, at least 0
   */
  public Cosine(double last) {
    this(Span.wholeRun(), last);
  }

  @Override
  public double factor(Progress progress) {
    return last + (1 - last) * (1 + Math.cos(Math.PI * over.passed(progress))) / 2;
  }
}
