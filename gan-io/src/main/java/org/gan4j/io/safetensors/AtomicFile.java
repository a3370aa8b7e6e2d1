package org.gan4j.io.safetensors;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Replaces a file entirely or not at all, also across a power cut. */
final class AtomicFile {
  private AtomicFile() {}

  /** Writes the new content. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Looks at the file before it takes its name; throws to keep the old one. */
  interface Check {
    void accept(Path written) throws IOException;
  }

  /**
   * Writes beside the target, forces, checks, renames, forces the directory.
   *
   * @throws IOException if any of that fails; before the rename the old file is untouched, and the
   *     temporary file is removed in any case
   */
  static void replace(Path target, Content content, Check check) throws IOException {
    Path directory = target.toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new NoSuchFileException(String.valueOf(directory), null, "is no directory");
    }
    Path temporary = directory.resolve(target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      write(temporary, content);
      check.accept(temporary);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException | Error e) {
      remove(temporary, e);
      throw e;
    }
    force(directory);
  }

  private static void write(Path file, Content content) throws IOException {
    // Not a channel: that would fail in a thread whose interruption asks for a last checkpoint.
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      content.writeTo(out);
      out.getFD().sync();
    }
  }

  private static void remove(Path temporary, Throwable cause) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private static void force(Path directory) throws IOException {
    if (File.separatorChar == '\\') {
      return; // Windows opens no directory as a file, and its rename needs none.
    }
    boolean interrupted = Thread.interrupted();
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
