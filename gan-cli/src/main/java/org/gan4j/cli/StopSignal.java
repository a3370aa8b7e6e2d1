package org.gan4j.cli;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and a termination into a request that the training thread sees between two steps,
 * and holds the process until the run is saved.
 */
final class StopSignal {
  /** Writing a large checkpoint to a slow disk takes a while; a hung disk should not hold us. */
  private static final long PATIENCE_SECONDS = 120;

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean armed;
  private volatile boolean requested;
  private volatile int exitCode = ExitCode.INTERRUPTED.code();

  /** Installs a hook into this process's shutdown. */
  static StopSignal installed(PrintStream err) {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> signal.shutdown(err), "gan-stop"));
    return signal;
  }

  /** From now on there is something to save. */
  void arm() {
    armed = true;
  }

  boolean requested() {
    return requested;
  }

  /** The command has ended and printed all that it had to say. */
  void finished(int code) {
    exitCode = code;
    finished.countDown();
  }

  private void shutdown(PrintStream err) {
    if (!armed || finished.getCount() == 0) {
      return;
    }
    requested = true;
    if (Launch.columns().isPresent()) {
      err.println(); // leaves the line of the progress bar
    }
    err.println("Stopping after this step, then saving ...");
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        err.println("Gave up after " + PATIENCE_SECONDS + " s: the run may not be saved.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // Else the process would report the signal's own code, 143 for a termination.
    Runtime.getRuntime().halt(exitCode);
  }
}
