package org.gan4j.train.run;

import java.io.IOException;
import java.nio.file.Path;

/** Another process, or another part of this one, works on the run; nothing was written. */
public final class LockedException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param path the run's folder
   * @param holder who works on it, such as {@code process 1234}
   */
  LockedException(Path path, String holder) {
    super(
        path
            + ": expected a run that nothing else works on, got one locked by "
            + holder
            + "; wait until it ends, or stop it");
  }
}
