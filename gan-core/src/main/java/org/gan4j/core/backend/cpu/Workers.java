package org.gan4j.core.backend.cpu;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Splits work over threads by a fixed chunking: which thread runs a chunk may vary, but not what
 * the chunk computes. Each thread begins with its own share of consecutive chunks, so that it finds
 * in its cache what it wrote in the operation before, and then helps the others with theirs. The
 * calling thread works too. Helpers spin for a moment before they park, since the next operation of
 * a training step is microseconds away.
 */
final class Workers implements AutoCloseable {
  private static final int SPINS_BEFORE_PARKING = 20_000;
  private static final int SPINS_BEFORE_YIELDING = 10_000;

  /** Work on one chunk. */
  @FunctionalInterface
  interface Chunk {
    /**
     * Runs one chunk.
     *
     * @param chunk the chunk's index
     * @param worker the worker's index, for its scratch memory
     */
    void run(int chunk, int worker);
  }

  /** One parallel operation. */
  private static final class Job {
    private final Chunk work;
    private final int chunks;

    /** The next chunk of each thread's share. */
    private final AtomicIntegerArray next;

    private final AtomicInteger done = new AtomicInteger();
    private volatile Throwable failure;

    Job(Chunk work, int chunks, int threads) {
      this.work = work;
      this.chunks = chunks;
      this.next = new AtomicIntegerArray(threads);
      for (int share = 0; share < threads; share++) {
        next.setPlain(share, first(share));
      }
    }

    private int first(int share) {
      return (int) ((long) chunks * share / next.length());
    }

    void help(int worker) {
      for (int i = 0; i < next.length(); i++) {
        finish((worker + i) % next.length(), worker);
      }
    }

    private void finish(int share, int worker) {
      int end = first(share + 1);
      for (int chunk = next.getAndIncrement(share);
          chunk < end;
          chunk = next.getAndIncrement(share)) {
        try {
          work.run(chunk, worker);
        } catch (RuntimeException | Error e) {
          failure = e;
        } finally {
          done.incrementAndGet();
        }
      }
    }
  }

  private final int threads;
  private final Helper[] helpers;
  private volatile Job job;
  private volatile boolean closed;

  Workers(int threads) {
    this.threads = threads;
    this.helpers = new Helper[threads - 1];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Helper(i + 1);
      helpers[i].thread.start();
    }
  }

  int threads() {
    return threads;
  }

  /**
   * Runs chunks 0 … chunks − 1 and returns when all are done.
   *
   * @throws IllegalStateException if a chunk throws while several threads run, with its exception
   *     as the cause, or if the workers are closed
   */
  @SuppressWarnings("ThreadPriorityCheck") // correct without it; a yield only helps a busy machine
  void run(int chunks, Chunk work) {
    if (closed) {
      throw new IllegalStateException("cpu: expected open workers, but they were closed");
    }
    if (chunks == 1 || threads == 1) {
      for (int chunk = 0; chunk < chunks; chunk++) {
        work.run(chunk, 0);
      }
      return;
    }
    Job current = new Job(work, chunks, threads);
    job = current;
    for (Helper helper : helpers) {
      if (helper.parked) {
        LockSupport.unpark(helper.thread);
      }
    }
    current.help(0);
    for (int spins = 0; current.done.get() < chunks; spins++) {
      if (spins < SPINS_BEFORE_YIELDING) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
    if (current.failure != null) {
      throw new IllegalStateException("cpu: a worker thread failed", current.failure);
    }
  }

  /**
   * Ends the helpers and waits until each has ended, since memory that they touch is freed next. An
   * interrupt does not shorten the wait, which lasts microseconds; it is kept for the caller.
   */
  @Override
  public void close() {
    closed = true;
    boolean interrupted = false;
    for (Helper helper : helpers) {
      LockSupport.unpark(helper.thread);
      interrupted |= join(helper.thread);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** {@return whether the calling thread was interrupted while it waited} */
  private static boolean join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    return interrupted;
  }

  /** A daemon thread that helps with whatever job is newest. */
  private final class Helper {
    private final Thread thread;
    private volatile boolean parked;

    Helper(int index) {
      thread = new Thread(() -> loop(index), "gan4j-cpu-" + index);
      thread.setDaemon(true);
    }

    private void loop(int index) {
      Job seen = null;
      while (!closed) {
        Job newest = await(seen);
        if (newest != seen) {
          newest.help(index);
          seen = newest;
        }
      }
    }

    private Job await(Job seen) {
      for (int spins = 0; spins < SPINS_BEFORE_PARKING; spins++) {
        if (job != seen || closed) {
          return job;
        }
        Thread.onSpinWait();
      }
      // Set before the last check, so that run() sees either the flag or this thread still
      // checking.
      parked = true;
      if (job == seen && !closed) {
        LockSupport.park(this);
      }
      parked = false;
      return job;
    }
  }
}
