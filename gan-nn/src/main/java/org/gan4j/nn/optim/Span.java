package org.gan4j.nn.optim;

import org.gan4j.core.Expect;

/**
 * How long a part of a run is: a number of steps, or a share of the run, which follows when the run
 * is made shorter or longer. A config writes {@code {"updates": 6000}} or {@code {"share": 0.5}}.
 */
public sealed interface Span {
  /**
   * Returns a fixed length.
   *
   * @param updates the number of updates, at least 1; with {@link ExtraGradient}, of steps
   * @return the span
   */
  static Span updates(long updates) {
    return new Updates(updates);
  }

  /**
   * Returns a part of the run.
   *
   * @param share the share of its steps, in (0, 1]
   * @return the span
   */
  static Span share(double share) {
    return new Share(share);
  }

  /** {@return the whole run} */
  static Span wholeRun() {
    return new Share(1);
  }

  /**
   * Returns how many steps the span is.
   *
   * @param run how many steps the run takes
   * @return at least 1
   */
  long steps(long run);

  /**
   * Returns how much of the span is over before a step.
   *
   * @param progress the step and the run's length
   * @return a share of the span: 0 at the run's first step, 1 after the span
   */
  default double passed(Progress progress) {
    return Math.min(1, (progress.step() - 1) / (double) steps(progress.steps()));
  }

  /**
   * A fixed length.
   *
   * @param updates the number of updates
   */
  record Updates(long updates) implements Span {
    /**
     * Checks the range.
     *
     * @param updates the number of updates, at least 1
     */
    public Updates {
      Expect.count("span", "update", updates, 1);
    }

    @Override
    public long steps(long run) {
      return updates;
    }

    @Override
    public String toString() {
      return updates + " updates";
    }
  }

  /**
   * A part of the run.
   *
   * @param share the share of its steps
   */
  record Share(double share) implements Span {
    /**
     * Checks the range.
     *
     * @param share the share of the run's steps, in (0, 1]
     */
    public Share {
      Expect.inRange("span", "a share of the run", share, 0, 1, Expect.Bounds.OPEN_CLOSED);
    }

    @Override
    public long steps(long run) {
      return Math.max(1, Math.round(share * run));
    }

    @Override
    public String toString() {
      return share == 1 ? "the whole run" : share + " of the run";
    }
  }
}
