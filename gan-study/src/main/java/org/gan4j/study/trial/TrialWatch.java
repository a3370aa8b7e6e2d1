package org.gan4j.study.trial;

import org.gan4j.study.plan.Trial;

/** Watches a trial and can stop it. Called on the trial's thread. */
public interface TrialWatch {
  /**
   * Called before the first step and after each.
   *
   * @param trial the trial
   * @param step the number of generator updates so far
   * @return whether to go on; otherwise the trial is saved, to be resumed later
   */
  boolean reached(Trial trial, long step);

  /** {@return a watch that does nothing} */
  static TrialWatch none() {
    return (trial, step) -> true;
  }
}
