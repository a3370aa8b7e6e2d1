package org.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.core.backend.Backend;
import org.junit.jupiter.api.Test;

class SteadyStateTest {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int WARM_UP = 2_000;
  private static final int STEPS = 10_000;

  /** What the Java heap and its garbage may move the resident size by. */
  private static final long HEAP_NOISE_KIB = 64 * 1024;

  @Test
  void stepsAllocateNothingOffTheHeapAndTheProcessDoesNotGrow() throws IOException {
    GanConfig config = Runs.ring(UpdateOrder.ALTERNATING, 2);
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      steps(trainer, WARM_UP);
      long reserved = backend.reservedBytes();
      long resident = residentOutsideHeap();
      steps(trainer, STEPS);
      assertThat(reserved).isPositive();
      assertThat(backend.reservedBytes()).isEqualTo(reserved);
      assertThat(residentOutsideHeap() - resident).isLessThan(HEAP_NOISE_KIB);
    }
  }

  private static void steps(GanTrainer trainer, int count) {
    for (int i = 0; i < count; i++) {
      trainer.step();
    }
  }

  /** Resident size in KiB less the heap's committed size, which the collector moves at will. */
  private static long residentOutsideHeap() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return 0; // not Linux: the arena is still counted
    }
    long resident =
        Files.readAllLines(STATUS).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum();
    return resident - Runtime.getRuntime().totalMemory() / 1024;
  }
}
