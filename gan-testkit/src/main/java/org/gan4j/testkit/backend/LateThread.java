package org.gan4j.testkit.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * A thread that does nothing until somebody waits for it. Tasks are queued on the caller's side and
 * handed over together, in order, when a result is requested or the queue is full.
 */
final class LateThread {
  /** This many tasks are handed over without a request, which bounds the backlog. */
  private static final int BACKLOG = 4096;

  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "gan4j-deferred");
            thread.setDaemon(true);
            return thread;
          });
  private List<Runnable> backlog = new ArrayList<>();
  private volatile Throwable failure;

  void enqueue(Runnable task) {
    backlog.add(task);
    if (backlog.size() >= BACKLOG) {
      var unused = handOver();
    }
  }

  /**
   * Runs everything queued so far, then the read, and returns what it read. An interrupt does not
   * end the wait, since a device would not stop for it; it is kept for the caller.
   */
  <T> T await(Supplier<T> read) {
    var unused = handOver();
    Future<T> result = executor.submit(read::get);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return get(result);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private <T> T get(Future<T> result) throws InterruptedException {
    try {
      T value = result.get();
      checkFailure(failure);
      return value;
    } catch (ExecutionException e) {
      checkFailure(failure);
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException("deferred: a read failed", e.getCause());
    }
  }

  /** Runs everything queued so far and a last task, then ends the thread. */
  void close(Runnable last) {
    try {
      await(
          () -> {
            last.run();
            return true;
          });
    } finally {
      executor.shutdown();
    }
  }

  private Future<?> handOver() {
    List<Runnable> tasks = backlog;
    backlog = new ArrayList<>();
    return executor.submit(() -> tasks.forEach(this::run));
  }

  /** After a failure nothing more runs, since later tasks would lack their operands. */
  private void run(Runnable task) {
    if (failure == null) {
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        failure = e;
      }
    }
  }

  private static void checkFailure(Throwable first) {
    if (first != null) {
      throw new IllegalStateException(
          "deferred: an operation failed after its call had returned: " + first.getMessage(),
          first);
    }
  }
}
