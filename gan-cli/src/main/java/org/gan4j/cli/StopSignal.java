package org.gan4j.cli;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C, SIGTERM or SIGHUP into a request that the training thread checks between two steps,
 * and keeps the process alive until the run is saved.
 */
final class StopSignal {
  /** Enough to write a large checkpoint to a slow disk; a disk that hangs must not block exit. */
  private static final long PATIENCE_SECONDS = 120;

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean armed;
  private volatile boolean requested;
  private volatile int exitCode = ExitCode.INTERRUPTED.code();

  /** Adds a shutdown hook to this process. */
  static StopSignal installed(PrintStream err) {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> signal.shutdown(err), "gan-stop"));
    return signal;
  }

  /** Called once there is something to save. */
  void arm() {
    armed = true;
  }

  boolean requested() {
    return requested;
  }

  /** Called when the command has ended and printed everything. */
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
    // Java itself exits with the code of the signal: 130, 143 or 129. It is right if the run was
    // saved because of it.
    if (exitCode != ExitCode.INTERRUPTED.code()) {
      Runtime.getRuntime().halt(exitCode);
    }
  }
}
