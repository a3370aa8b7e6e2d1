package org.gan4j.train.run;

import java.io.IOException;
import java.nio.file.Path;

/** The folder for a new run is not empty; nothing was written. */
public final class OccupiedException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param path the folder
   */
  public OccupiedException(Path path) {
    super(
        path
            + ": expected a new or empty folder for the run, got one with files in it; name another");
  }
}
