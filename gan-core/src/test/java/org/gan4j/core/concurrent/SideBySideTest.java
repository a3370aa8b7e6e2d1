package org.gan4j.core.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  @Test
  void resultsComeInTheOrderOfTheTasks() throws Exception {
    CountDownLatch second = new CountDownLatch(1);
    List<Callable<Integer>> tasks =
        List.of(
            () -> {
              second.await();
              return 1;
            },
            () -> {
              second.countDown();
              return 2;
            });
    assertThat(SideBySide.run(2, tasks)).containsExactly(1, 2);
    assertThat(SideBySide.run(1, List.<Callable<Integer>>of())).isEmpty();
  }

  /** A task that runs until it is interrupted, and takes a while to end then. */
  private static Callable<Integer> endingLate(CountDownLatch started, AtomicBoolean ended) {
    return () -> {
      started.countDown();
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        Thread.sleep(50);
        ended.set(true);
      }
      return 0;
    };
  }

  /** One task fails at once; the other notices the interruption, and ends before the call does. */
  @Test
  void aFailureEndsTheOthersBeforeTheReturn() {
    CountDownLatch started = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    AtomicInteger later = new AtomicInteger();
    Callable<Integer> slow = endingLate(started, ended);
    Callable<Integer> failing =
        () -> {
          started.await();
          throw new IllegalStateException("no");
        };
    List<Callable<Integer>> tasks =
        Stream.concat(
                Stream.of(slow, failing),
                IntStream.range(0, 50).mapToObj(i -> later::incrementAndGet))
            .toList();
    assertThatThrownBy(() -> SideBySide.run(2, tasks))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("no");
    assertThat(ended).isTrue();
    assertThat(later).hasValue(0);
  }

  @Test
  void anInterruptedCallerWaitsForTheTasksToEnd() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    AtomicBoolean refused = new AtomicBoolean();
    Callable<Integer> slow = endingLate(started, ended);
    Thread caller =
        new Thread(
            () -> {
              try {
                SideBySide.run(1, List.of(slow));
              } catch (InterruptedException e) {
                refused.set(ended.get());
              } catch (ExecutionException e) {
                throw new AssertionError(e);
              }
            });
    caller.start();
    started.await();
    caller.interrupt();
    caller.join();
    assertThat(refused).isTrue();
  }
}
