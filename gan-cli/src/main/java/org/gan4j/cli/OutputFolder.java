package org.gan4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder for the output of a command. */
final class OutputFolder {
  private OutputFolder() {}

  /** Creates the folder and checks that it is writable, before minutes of work. */
  static void claim(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.delete(Files.createTempFile(folder, "gan4j", ".tmp"));
  }
}
