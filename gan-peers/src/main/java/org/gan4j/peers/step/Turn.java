package org.gan4j.peers.step;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gan4j.speed.Task;

/**
 * A task between two libraries, whose time does not count. It waits until the native threads of the
 * one before sleep: those of OpenBLAS wait in a loop for about 30 ms, and would take a processor
 * from the next one. Then the next library takes steps until its own threads are awake and its
 * numbers are in cache, as they are in a run.
 *
 * @param next the training of the library that runs next
 */
record Turn(PeerStep next) implements Task {
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(40);
  private static final long AWAKENING = TimeUnit.MILLISECONDS.toNanos(30);

  @Override
  public void run() {
    long end = System.nanoTime() + PAUSE;
    for (long left = PAUSE; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    next.prepare();
    long awake = System.nanoTime() + AWAKENING;
    do {
      next.step();
    } while (System.nanoTime() < awake);
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
