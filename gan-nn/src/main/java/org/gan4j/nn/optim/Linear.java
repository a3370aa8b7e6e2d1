package org.gan4j.nn.optim;

import org.gan4j.core.Expect;

/**
 * Linear from the recipe's rate to a last factor, then constant.
 *
 * @param updates how many updates the change takes, at least 1
 * @param last the factor at its end, at least 0
 */
public record Linear(long updates, double last) implements Schedule {
  /**
   * Checks the ranges.
   *
   * @param updates how many updates the change takes, at least 1
   * @param last the factor at its end, at least 0
   */
  public Linear {
    Expect.count("linear schedule", "update", updates, 1);
    Expect.nonNegative("linear schedule", "a finite last factor", last);
  }

  @Override
  public double factor(long update) {
    return 1 + (last - 1) * Math.min(1, (update - 1) / (double) updates);
  }
}
