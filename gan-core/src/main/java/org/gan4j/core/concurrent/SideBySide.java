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

/** Runs tasks on threads of its own, all of which have ended when it returns. */
public final class SideBySide {
  private SideBySide() {}

  /**
   * Runs tasks, as many at a time as there are threads, and starts them in their order. After the
   * first that fails, or when the calling thread is interrupted, no other is started, and those
   * that run are interrupted and waited for.
   *
   * @param threads how many run at a time, at least 1
   * @param tasks what to run
   * @param <T> what a task returns
   * @return the results in the order of the tasks, whatever the threads
   * @throws ExecutionException if a task throws; its cause is what the first one threw
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
