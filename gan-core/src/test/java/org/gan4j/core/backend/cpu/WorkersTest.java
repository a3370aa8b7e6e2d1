package org.gan4j.core.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkersTest {
  private static final long PATIENCE_SECONDS = 20;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void everyChunkRunsOnceByAKnownWorker(int threads) {
    try (Workers workers = new Workers(threads)) {
      assertThat(workers.threads()).isEqualTo(threads);
      for (int chunks : new int[] {0, 1, 2, 3, 7, 1000}) {
        AtomicIntegerArray runs = new AtomicIntegerArray(chunks);
        AtomicIntegerArray strangers = new AtomicIntegerArray(1);
        workers.run(
            chunks,
            (chunk, worker) -> {
              runs.incrementAndGet(chunk);
              if (worker < 0 || worker >= threads) {
                strangers.incrementAndGet(0);
              }
            });
        for (int chunk = 0; chunk < chunks; chunk++) {
          assertThat(runs.get(chunk)).as("runs of chunk %d of %d", chunk, chunks).isEqualTo(1);
        }
        assertThat(strangers.get(0)).as("workers out of range").isZero();
      }
    }
  }

  /** The first chunk that a thread runs is the first of its share of consecutive chunks. */
  @Test
  void eachThreadBeginsWithItsShare() {
    try (Workers workers = new Workers(3)) {
      int[] firsts = {-1, -1, -1};
      CyclicBarrier all = new CyclicBarrier(3);
      workers.run(
          7,
          (chunk, worker) -> {
            if (firsts[worker] < 0) {
              firsts[worker] = chunk;
              await(all);
            }
          });
      assertThat(firsts).containsExactly(0, 2, 4);
    }
  }

  /** While one thread is held up, the others run the rest of its share. */
  @Test
  void threadsFinishTheSharesOfOthers() {
    try (Workers workers = new Workers(2)) {
      int[] by = new int[10];
      CountDownLatch rest = new CountDownLatch(9);
      workers.run(
          10,
          (chunk, worker) -> {
            by[chunk] = worker;
            if (chunk == 0) {
              await(rest);
            } else {
              rest.countDown();
            }
          });
      assertThat(by).containsExactly(0, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("the rest was done").isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What one worker writes, the caller reads, job after job. */
  @Test
  void resultsAreVisibleToTheCaller() {
    try (Workers workers = new Workers(3)) {
      double[] sums = new double[64];
      for (int job = 1; job <= 2000; job++) {
        workers.run(sums.length, (chunk, worker) -> sums[chunk] += chunk);
        assertThat(sums[job % 64]).isEqualTo((double) job * (job % 64));
      }
    }
  }

  /** {@return the helpers: each thread is held in a chunk until all threads are in one} */
  private static Set<Thread> helpers(Workers workers) {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    CyclicBarrier all = new CyclicBarrier(workers.threads());
    workers.run(
        workers.threads(),
        (chunk, worker) -> {
          threads.add(Thread.currentThread());
          await(all);
        });
    assertThat(threads).hasSize(workers.threads());
    threads.remove(Thread.currentThread());
    return threads;
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatAChunkThrowsReachesTheCaller(boolean byHelper) {
    IllegalArgumentException thrown = new IllegalArgumentException("chunk");
    try (Workers workers = new Workers(2)) {
      CyclicBarrier both = new CyclicBarrier(2);
      assertThatThrownBy(
              () ->
                  workers.run(
                      2,
                      (chunk, worker) -> {
                        await(both);
                        if (byHelper == (worker == 1)) {
                          throw thrown;
                        }
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("cpu: a worker thread failed")
          .hasCause(thrown);
      assertThat(helpers(workers)).as("helpers that go on").hasSize(1);
    }
  }

  @Test
  void errorsReachTheCallerToo() {
    OutOfMemoryError error = new OutOfMemoryError("none left");
    try (Workers workers = new Workers(2)) {
      assertThatThrownBy(
              () ->
                  workers.run(
                      2,
                      (chunk, worker) -> {
                        throw error;
                      }))
          .hasCause(error);
    }
  }

  @Test
  void aLoneThreadThrowsAsItIs() {
    IllegalArgumentException thrown = new IllegalArgumentException("chunk");
    try (Workers workers = new Workers(1)) {
      assertThatThrownBy(
              () ->
                  workers.run(
                      3,
                      (chunk, worker) -> {
                        throw thrown;
                      }))
          .isSameAs(thrown);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void closeEndsEveryThreadAndKeepsAnInterrupt(boolean interrupted) throws InterruptedException {
    Workers workers = new Workers(5);
    Set<Thread> helpers = helpers(workers);
    for (Thread helper : helpers) {
      untilParked(helper);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    workers.close();
    assertThat(Thread.interrupted()).as("the interrupt").isEqualTo(interrupted);
    assertThat(helpers).hasSize(4).noneMatch(Thread::isAlive);
    workers.close();
  }

  private static void untilParked(Thread thread) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; thread.getState() != Thread.State.WAITING; i++) {
      assertThat(i).as("milliseconds that %s did not park", thread).isLessThan(20_000);
      var unused = never.await(1, TimeUnit.MILLISECONDS);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void closedWorkersRefuseWork(int threads) {
    Workers workers = new Workers(threads);
    workers.close();
    assertThatThrownBy(() -> workers.run(2, (chunk, worker) -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("cpu: expected open workers, but they were closed");
  }
}
