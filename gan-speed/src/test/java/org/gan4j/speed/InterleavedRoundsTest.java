package org.gan4j.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class InterleavedRoundsTest {
  private static final Budget BUDGET = new Budget(Duration.ZERO, Duration.ZERO, 3);

  /** A task of at least 2 ms, so that a batch is one run. */
  private record Slow(String name, List<String> runs) implements Task {
    @Override
    public void run() {
      runs.add(name);
      long end = System.nanoTime() + 2_000_000;
      while (System.nanoTime() < end) {
        LockSupport.parkNanos(100_000);
      }
    }

    @Override
    public List<double[]> results() {
      return List.of();
    }

    @Override
    public List<double[]> operands() {
      return List.of();
    }
  }

  @Test
  void tasksTakeTurnsAfterEachWasWarmedUp() {
    List<String> runs = new ArrayList<>();
    List<Timing> timings =
        InterleavedRounds.time(List.of(new Slow("a", runs), new Slow("b", runs)), BUDGET);
    assertThat(runs).containsExactly("a", "b", "a", "b", "a", "b", "a", "b");
    assertThat(timings).hasSize(2).allMatch(timing -> timing.rounds() == 3);
    assertThat(timings).allMatch(timing -> timing.min() >= 2000);
  }

  @Test
  void aBudgetIsFilled() {
    List<String> runs = new ArrayList<>();
    Budget budget = new Budget(Duration.ZERO, Duration.ofMillis(300), 1);
    List<Timing> timings = InterleavedRounds.time(List.of(new Slow("a", runs)), budget);
    assertThat(runs).hasSize(timings.get(0).rounds() + 1).hasSizeGreaterThan(2);
  }
}
