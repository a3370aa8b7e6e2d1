package org.gan4j.study.plan;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.Expect;

/**
 * Trains all settings for a share of the steps, the best of them for longer, and so on: at each
 * rung the better fraction 1/η of the settings goes on, from its checkpoints, and the steps grow by
 * η. Settings are compared by the mean over their seeds of a figure of the measure, once all of
 * them have reached the rung, so the result does not depend on the number of workers.
 *
 * @paper Jamieson and Talwalkar 2016, arXiv:1502.07943, Algorithm 1; the promotion rule is that of
 *     Li et al. 2020, arXiv:1810.05934, Algorithm 2, applied to complete rungs
 * @param eta how many settings there are for one that goes on
 * @param rungs how often settings are compared
 * @param metric the figure to compare by; empty for the measure's first
 */
public record SuccessiveHalving(int eta, int rungs, String metric) implements Stopping {
  /**
   * Checks the ranges.
   *
   * @param eta how many settings there are for one that goes on, at least 2
   * @param rungs how often settings are compared, at least 1
   * @param metric the figure to compare by; empty for the measure's first
   */
  public SuccessiveHalving {
    Expect.atLeast("successive-halving", "eta", eta, 2);
    Expect.atLeast("successive-halving", "rungs", rungs, 1);
    Expect.nonNull("successive-halving", "a metric's name, or an empty one", metric);
  }

  /** Keeps a third at each of two rungs, by the first figure. */
  public SuccessiveHalving() {
    this(3, 2, "");
  }

  @Override
  public List<Long> rungs(long steps) {
    List<Long> at = new ArrayList<>();
    for (int i = rungs; i > 0; i--) {
      long share = Math.round(steps / Math.pow(eta, i));
      if (share >= 1 && share < steps && (at.isEmpty() || share > at.get(at.size() - 1))) {
        at.add(share);
      }
    }
    return at;
  }

  @Override
  public int survivors(int rung, int settings) {
    return (int) Math.max(1, Math.floor(settings / Math.pow(eta, rung + 1)));
  }
}
