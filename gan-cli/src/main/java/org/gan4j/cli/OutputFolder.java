package org.gan4j.cli;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder for the output of a command. Closing removes it if it is new and still empty. */
final class OutputFolder implements AutoCloseable {
  private final Path path;
  private final boolean isNew;

  private OutputFolder(Path path, boolean isNew) {
    this.path = path;
    this.isNew = isNew;
  }

  /** Creates the folder and checks that it is writable, before minutes of work. */
  static OutputFolder claim(Path path) throws IOException {
    boolean isNew = !Files.exists(path);
    Files.createDirectories(path);
    Files.delete(Files.createTempFile(path, "gan4j", ".tmp"));
    return new OutputFolder(path, isNew);
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    try {
      if (isNew) {
        Files.deleteIfExists(path);
      }
    } catch (DirectoryNotEmptyException e) {
      // holds the output
    }
  }
}
