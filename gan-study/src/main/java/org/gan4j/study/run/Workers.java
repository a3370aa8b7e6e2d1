package org.gan4j.study.run;

import java.io.IOException;
import java.util.List;
import org.gan4j.study.trial.TrialResult;

/** Where trials are trained: on this machine, or on a cluster. */
public interface Workers {
  /**
   * Trains trials. When this returns, the folder of each has the trial's files.
   *
   * @param tasks the trials; those that go first are first
   * @param progress receives the progress, one call at a time
   * @throws IOException if the work cannot go on; a trial that fails is no reason
   * @throws InterruptedException if the thread is interrupted; nothing runs on
   */
  void run(List<TrialTask> tasks, Progress progress) throws IOException, InterruptedException;

  /** {@return the workers in words, such as {@code 2 workers}} */
  String words();

  /** Receives the progress of trials. */
  interface Progress {
    /**
     * Called when a trial has made a step, perhaps not after each.
     *
     * @param task the trial
     * @param step the number of generator updates so far
     * @return whether to go on; otherwise the trial is saved and its result is open
     */
    boolean reached(TrialTask task, long step);

    /**
     * Called when a task has ended.
     *
     * @param task the trial
     * @param result its result
     * @throws IOException if the study's files cannot be written; this ends the study
     */
    void ended(TrialTask task, TrialResult result) throws IOException;
  }
}
