package org.gan4j.train;

import java.io.IOException;

/** Watches a run: progress, metrics, samples, checkpoints. */
@FunctionalInterface
public interface TrainListener {
  /**
   * Called after every step, on the training thread, with no tape open.
   *
   * @param report what the step measured
   * @param trainer the trainer, between two steps
   * @throws IOException if the listener cannot write its output; this ends the training
   */
  void stepped(StepReport report, GanTrainer trainer) throws IOException;
}
