package org.gan4j.nn.optim;

import org.gan4j.core.Expect;

/**
 * Linear from the recipe's rate to a last factor, then constant.
 *
 * @param over how long the change takes
 * @param last the factor at its end, at least 0
 */
public record Linear(Span over, double last) implements Schedule {
  /**
   * Checks the ranges.
   *
   * @param over how long the change takes
   * @param last the factor at its end, at least 0
   */
  public Linear {
    Expect.nonNull("linear schedule", "a span", over);
    Expect.nonNegative("linear schedule", "a finite last factor", last);
  }

  /**
   * Changes over the whole run.
   *
   * @param last the factor at its end, at least 0
   */
  public Linear(double last) {
    this(Span.wholeRun(), last);
  }

  @Override
  public double factor(Progress progress) {
    return 1 + (last - 1) * over.passed(progress);
  }
}
