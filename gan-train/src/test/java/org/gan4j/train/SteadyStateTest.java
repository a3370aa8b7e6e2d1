package org.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.gan4j.core.backend.Backend;
import org.gan4j.testkit.NativeHeap;
import org.junit.jupiter.api.Test;

/** After warm-up, a step frees all memory that it allocates outside the Java heap. */
class SteadyStateTest {
  private static final int WARM_UP = 4_000;
  private static final int STEPS = 2_000;

  /** One leaked handle per step is about 50 bytes. */
  private static final double MOST_BYTES_A_STEP = 40;

  @Test
  void theArenaDoesNotGrow() throws IOException {
    GanConfig config = Runs.ring(new Alternating(), 2);
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      steps(trainer, 1);
      long reserved = backend.reservedBytes();
      steps(trainer, 100);
      assertThat(reserved).isPositive();
      assertThat(backend.reservedBytes()).isEqualTo(reserved);
    }
  }

  @Test
  void stepsDoNotLeakNativeMemory() throws IOException {
    assumeTrue(
        NativeHeap.used().isPresent(),
        "the C library does not report how much memory malloc has allocated");
    GanConfig config = Runs.ring(new Alternating(), 2);
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      steps(trainer, WARM_UP);
      assertThat(NativeHeap.keptPerCall(STEPS, trainer::step)).isLessThan(MOST_BYTES_A_STEP);
    }
  }

  private static void steps(GanTrainer trainer, int count) {
    for (int i = 0; i < count; i++) {
      trainer.step();
    }
  }
}
