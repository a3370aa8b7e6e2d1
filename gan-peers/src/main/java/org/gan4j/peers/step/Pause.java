package org.gan4j.peers.step;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gan4j.speed.Task;

/**
 * A task that does nothing until the native threads of the library before it sleep. Those of
 * OpenBLAS wait in a loop for about 30 ms, and would take a processor from the next library.
 */
record Pause() implements Task {
  private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(40);

  @Override
  public void run() {
    long end = System.nanoTime() + NANOS;
    for (long left = NANOS; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
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
