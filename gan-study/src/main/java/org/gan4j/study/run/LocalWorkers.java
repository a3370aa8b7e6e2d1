package org.gan4j.study.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.gan4j.core.Expect;
import org.gan4j.core.concurrent.SideBySide;
import org.gan4j.study.measure.Gauge;
import org.gan4j.study.trial.TrialResult;
import org.gan4j.study.trial.TrialRun;

/**
 * Trains trials side by side in this process, each on a thread with a backend of its own. The
 * number of workers does not affect the numbers.
 */
public final class LocalWorkers implements TrialWorkers {
  private final int workers;
  private final Gauges gauges = new Gauges();

  /**
   * Creates workers.
   *
   * @param workers how many trials are trained at a time, at least 1
   */
  public LocalWorkers(int workers) {
    Expect.count("study", "worker", workers, 1);
    this.workers = workers;
  }

  @Override
  public void run(List<TrialTask> tasks, Progress progress)
      throws IOException, InterruptedException {
    List<Callable<TrialTask>> calls = new ArrayList<>();
    tasks.forEach(task -> calls.add(() -> run(task, progress)));
    try {
      SideBySide.run(workers, calls);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  private TrialTask run(TrialTask task, Progress progress) throws IOException {
    if (goesOn(progress)) {
      TrialResult result =
          new TrialRun(
                  task.folder(),
                  gauge(task),
                  task.until(),
                  (trial, step) -> reached(task, step, progress))
              .run();
      synchronized (progress) {
        progress.ended(task, result);
      }
    }
    return task;
  }

  /** What cannot be measured fails when it is measured, as a result of its trial. */
  private Gauge gauge(TrialTask task) {
    return trainer -> gauges.of(task.folder().trial()).of(trainer);
  }

  private static boolean reached(TrialTask task, long step, Progress progress) {
    synchronized (progress) {
      progress.reached(task, step);
      return goesOn(progress);
    }
  }

  /** A thread that is interrupted, because another one failed, stops too. */
  private static boolean goesOn(Progress progress) {
    synchronized (progress) {
      return progress.goesOn() && !Thread.currentThread().isInterrupted();
    }
  }

  private static IOException failure(Throwable cause) {
    if (cause instanceof IOException io) {
      return io;
    }
    if (cause instanceof RuntimeException runtime) {
      throw runtime;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new IOException(cause);
  }
}
