package org.gan4j.core.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs tasks in parallel, on threads that have all ended when the call returns. */
public final class SideBySide {
  private SideBySide() {}

  /**
   * Runs tasks, at most {@code threads} at a time, and starts them in order. Once a task fails or
   * the calling thread is interrupted, no further task starts; the running ones are interrupted,
   * and the call returns when they have ended.
   *
   * @param threads how many tasks run at a time, at least 1
   * @param tasks what to run
   * @param <T> what a task returns
   * @return the results in the order of the tasks
   * @throws ExecutionException if a task throws; the cause is the exception of the first task that
   *     failed
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static <T> List<T> run(int threads, List<? extends Callable<T>> tasks)
      throws ExecutionException, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      CompletionService<T> running = new ExecutorCompletionService<>(workers);
      List<Future<T>> futures = new ArrayList<>();
      AtomicBoolean failed = new AtomicBoolean();
      tasks.forEach(task -> futures.add(running.submit(() -> call(task, failed))));
      for (int done = 0; done < futures.size(); done++) {
        running.take().get();
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      end(workers);
    }
  }

  private static <T> T call(Callable<T> task, AtomicBoolean failed) throws Exception {
    if (failed.get()) {
      throw new CancellationException("another task failed");
    }
    try {
      return task.call();
    } catch (Exception | Error e) {
      failed.set(true);
      throw e;
    }
  }

  private static void end(ExecutorService workers) {
    workers.shutdownNow();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = workers.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
