package org.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.core.backend.Backend;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SteadyStateTest {
  private static final int WARM_UP = 2_000;
  private static final int STEPS = 10_000;

  /** What the Java heap and its garbage may move the resident size by. */
  private static final long HEAP_NOISE_KIB = 64 * 1024;

  @Test
  void stepsAllocateNothingOffTheHeap() throws IOException {
    GanConfig config = Runs.ring(UpdateOrder.ALTERNATING, 2);
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = Runs.trainer(config, backend);
      steps(trainer, WARM_UP);
      long reserved = backend.reservedBytes();
      steps(trainer, STEPS);
      assertThat(reserved).isPositive();
      assertThat(backend.reservedBytes()).isEqualTo(reserved);
    }
  }

  @Test
  void theProcessDoesNotGrow() throws IOException {
    Path status = Path.of("/proc/self/status");
    Assumptions.assumeTrue(Files.isReadable(status), "resident size is read from /proc");
    GanConfig config = Runs.ring(UpdateOrder.ALTERNATING, 2);
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = Runs.trainer(config, backend);
      steps(trainer, WARM_UP);
      long before = residentOutsideHeap(status);
      steps(trainer, STEPS);
      assertThat(residentOutsideHeap(status) - before).isLessThan(HEAP_NOISE_KIB);
    }
  }

  private static void steps(GanTrainer trainer, int count) {
    for (int i = 0; i < count; i++) {
      trainer.step();
    }
  }

  /** Resident size in KiB less the heap's committed size, which the collector moves at will. */
  private static long residentOutsideHeap(Path status) throws IOException {
    long resident =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum();
    return resident - Runtime.getRuntime().totalMemory() / 1024;
  }
}
