package org.gan4j.cli;

import org.gan4j.train.GanTrainer;
import org.gan4j.train.StepReport;
import org.gan4j.train.TrainListener;

/** Counts steps and time. */
final class Stopwatch implements TrainListener {
  private final long start = System.nanoTime();
  private long steps;

  @Override
  public void stepped(StepReport report, GanTrainer trainer) {
    steps++;
  }

  long steps() {
    return steps;
  }

  /** Seconds since the start, including opening the data and writing pictures and checkpoints. */
  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }
}
