package org.gan4j.io;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes whole files: afterwards the target has all of the new content, or still what it had
 * before, even across a power cut.
 *
 * <p>The content goes into a temporary file in the target's folder, is forced to the disk, and then
 * takes the target's name in one atomic rename. On failure the temporary file is removed. A
 * symbolic link is replaced by the file. All of this works in an interrupted thread, which may have
 * to save its last state.
 */
public final class WholeFile {
  private WholeFile() {}

  /** What a file is to hold. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes all of it.
     *
     * @param out the temporary file, buffered; not to be closed
     * @throws IOException if it cannot be written
     */
    void writeTo(OutputStream out) throws IOException;

    /**
     * Looks at the written file before it takes the target's name.
     *
     * @param written the temporary file, complete and closed
     * @throws IOException to keep the target as it was
     */
    default void verify(Path written) throws IOException {}
  }

  /**
   * Returns text as a file's content.
   *
   * @param text the text
   * @return its UTF-8 bytes
   */
  public static Content text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes one file.
   *
   * @param target the file, replaced; its folder exists
   * @param content the new content
   * @throws IOException if the folder is missing, the target is no file, or writing fails
   */
  public static void write(Path target, Content content) throws IOException {
    writeAll(Map.of(target, content));
  }

  /**
   * Writes several files that belong together. None is replaced before all are on the disk; only a
   * rename that fails after another succeeded can leave some new and some old.
   *
   * @param contents the new content by file; their folders exist
   * @throws IOException if a folder is missing, a target is no file, or writing fails
   */
  public static void writeAll(Map<Path, Content> contents) throws IOException {
    List<Staged> files = new ArrayList<>();
    try {
      for (Map.Entry<Path, Content> entry : contents.entrySet()) {
        Staged file = Staged.of(entry.getKey());
        files.add(file);
        file.fill(entry.getValue());
      }
      for (Staged file : files) {
        file.rename();
      }
    } catch (IOException | RuntimeException | Error e) {
      for (Staged file : files) {
        file.remove(e);
      }
      throw e;
    }
  }

  /** A target and the temporary file beside it. */
  private record Staged(Path target, Path temporary) {
    static Staged of(Path target) throws IOException {
      Path folder = target.toAbsolutePath().getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        throw new NoSuchFileException(
            String.valueOf(folder),
            null,
            "expected a folder for " + target.getFileName() + ", got none; create it");
      }
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        throw new IOException(
            target + ": expected a file to replace, got a folder or a device; use another name");
      }
      // Not the target's name and more: that could be longer than a file system allows.
      return new Staged(target, folder.resolve("." + UUID.randomUUID() + ".tmp"));
    }

    void fill(Content content) throws IOException {
      // Not a channel: that would fail in an interrupted thread.
      try (FileOutputStream file = new FileOutputStream(temporary.toFile())) {
        OutputStream out = new BufferedOutputStream(file);
        content.writeTo(out);
        out.flush();
        file.getFD().sync();
      } catch (IOException e) {
        throw failed(e);
      }
      content.verify(temporary);
    }

    void rename() throws IOException {
      try {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        force(temporary.getParent());
      } catch (IOException e) {
        throw failed(e);
      }
    }

    void remove(Throwable cause) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
    }

    private IOException failed(IOException e) {
      return new IOException(
          target
              + ": expected to write the whole file, got "
              + e.getMessage()
              + "; check the folder, the permissions and the free space",
          e);
    }
  }

  private static void force(Path folder) throws IOException {
    if (File.separatorChar == '\\') {
      return; // Windows opens no folder as a file, and its rename needs none.
    }
    boolean interrupted = Thread.interrupted();
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
