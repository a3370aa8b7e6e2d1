package org.gan4j.peers.step;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gan4j.speed.Task;

/**
 * A task between two libraries, whose time does not count. It waits until the native threads of the
 * one before sleep: those of OpenBLAS wait in a loop for about 30 ms, and would take a processor
 * from the next one.
 *
 * @param next the training of the library that runs next
 */
record Turn(PeerStep next) implements Task {
  private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(40);

  @Override
  public void run() {
    long end = System.nanoTime() + NANOS;
    for (long left = NANOS; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    next.prepare();
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
