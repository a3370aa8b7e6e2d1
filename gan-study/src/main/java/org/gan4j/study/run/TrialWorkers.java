package org.gan4j.study.run;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.gan4j.study.result.StudyResults;
import org.gan4j.study.trial.TrialResult;

/** Where trials are trained: on this machine, or on a cluster. */
public interface TrialWorkers extends Closeable {
  /**
   * Trains trials. When this returns, the folder of each has the trial's files.
   *
   * @param tasks the trials; those that go first are first
   * @param progress receives the progress, one call at a time
   * @throws IOException if the work cannot go on; a trial that fails is no reason
   * @throws InterruptedException if the thread is interrupted; nothing runs on
   */
  void run(List<TrialTask> tasks, Progress progress) throws IOException, InterruptedException;

  /**
   * Called with the results when a study has ended, to write them in a form of its own.
   *
   * @param folder the study's folder
   * @param results the results
   * @throws IOException if they cannot be written
   */
  default void ended(StudyFolder folder, StudyResults results) throws IOException {}

  @Override
  default void close() throws IOException {}

  /** Receives the progress of trials. */
  interface Progress {
    /** {@return whether to go on; otherwise trials are saved and their results are open} */
    boolean goesOn();

    /**
     * Called when a trial has made a step, perhaps not after each.
     *
     * @param task the trial
     * @param step the number of generator updates so far
     */
    void reached(TrialTask task, long step);

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
