package org.gan4j.train;

import java.io.IOException;

/** Watches a run: progress, metrics, samples, checkpoints. */
@FunctionalInterface
public interface TrainListener {
  /**
   * Called once before the first step: data, networks and backend are sound and ready.
   *
   * @param trainer the trainer, before its first step
   * @throws IOException if the listener cannot write its output; this ends the training
   */
  default void started(GanTrainer trainer) throws IOException {}

  /**
   * Called after every step, on the training thread, with no tape open.
   *
   * @param report what the step measured
   * @param trainer the trainer, between two steps
   * @throws IOException if the listener cannot write its output; this ends the training
   */
  void stepped(StepReport report, GanTrainer trainer) throws IOException;
}
