package org.gan4j.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Times tasks that are to be compared. Each round runs every task, so that whatever else slows the
 * machine down meets all of them.
 *
 * <p>A task first runs until it is steady: until it has not become 2 % faster for 200 ms and 5
 * batches. Then a round times a batch of runs that lasts about a millisecond, or a single run if
 * that takes longer, so that reading the clock costs nothing that shows.
 *
 * <p>There is one JVM for all tasks, so the compiler's decisions for one may affect another. The
 * JMH benchmarks of gan-bench fork a JVM for each.
 */
public final class InterleavedRounds {
  private static final double BATCH_NANOS = 1e6;
  private static final double IMPROVEMENT = 0.98;
  private static final long STEADY_NANOS = 200_000_000;
  private static final int STEADY_BATCHES = 5;
  private static final int MOST_ROUNDS = 1000;

  private InterleavedRounds() {}

  /** Several runs between two readings of the clock. */
  private record Batch(Task task, int runs) {
    /** As many runs as last a batch, if one takes this long. */
    static Batch lasting(Task task, double nanos) {
      return new Batch(task, (int) Math.max(1, Math.min(1e6, BATCH_NANOS / nanos)));
    }

    double nanosPerRun() {
      long start = System.nanoTime();
      for (int i = 0; i < runs; i++) {
        task.run();
      }
      return (double) (System.nanoTime() - start) / runs;
    }
  }

  /**
   * Times tasks.
   *
   * @param tasks the tasks
   * @param budget how long each may take
   * @return their timings, in order
   */
  public static List<Timing> time(List<Task> tasks, Budget budget) {
    List<Batch> batches = tasks.stream().map(task -> warmedUp(task, budget)).toList();
    List<DoubleStream.Builder> nanos = new ArrayList<>();
    tasks.forEach(task -> nanos.add(DoubleStream.builder()));
    long end = System.nanoTime() + tasks.size() * budget.measuring().toNanos();
    for (int round = 0; isDue(round, end, budget); round++) {
      for (int i = 0; i < batches.size(); i++) {
        nanos.get(i).add(batches.get(i).nanosPerRun());
      }
    }
    return nanos.stream().map(times -> Timing.of(times.build().toArray())).toList();
  }

  private static boolean isDue(int round, long end, Budget budget) {
    return round < budget.fewestRounds() || (round < MOST_ROUNDS && System.nanoTime() < end);
  }

  private static Batch warmedUp(Task task, Budget budget) {
    long end = System.nanoTime() + budget.warmUp().toNanos();
    double best = new Batch(task, 1).nanosPerRun();
    long improved = System.nanoTime();
    int sinceThen = 0;
    while (System.nanoTime() < end && !isSteady(improved, sinceThen)) {
      double now = Batch.lasting(task, best).nanosPerRun();
      sinceThen++;
      if (now < IMPROVEMENT * best) {
        improved = System.nanoTime();
        sinceThen = 0;
      }
      best = Math.min(best, now);
    }
    return Batch.lasting(task, best);
  }

  private static boolean isSteady(long improved, int batchesSince) {
    return batchesSince >= STEADY_BATCHES && System.nanoTime() - improved >= STEADY_NANOS;
  }
}
