package org.gan4j.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.StepReport;

/** A line every ten seconds, for log files. */
final class ProgressInLines implements TrainingProgress {
  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(10);

  private final PrintWriter err;
  private final long steps;
  private long lastTime = System.nanoTime();
  private long lastStep;

  ProgressInLines(PrintWriter err, long start, long steps) {
    this.err = err;
    this.lastStep = start;
    this.steps = steps;
  }

  @Override
  public void stepped(StepReport report, GanTrainer trainer) {
    long now = System.nanoTime();
    if (now - lastTime < INTERVAL) {
      return;
    }
    double speed = (report.step() - lastStep) * 1e9 / (now - lastTime);
    err.println(
        String.format(
            Locale.ROOT,
            "step %d of %d, %.0f steps/s, %s",
            report.step(),
            steps,
            speed,
            TrainingProgress.measures(report)));
    err.flush();
    lastTime = now;
    lastStep = report.step();
  }

  @Override
  public void close() {
    // Every line has been printed.
  }
}
