package org.gan4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for what a command writes when its work is done. */
final class OutputFolder {
  private OutputFolder() {}

  /** Makes it, and finds out before minutes of work whether it can be written to. */
  static void claim(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.delete(Files.createTempFile(folder, "gan4j", ".tmp"));
  }
}
