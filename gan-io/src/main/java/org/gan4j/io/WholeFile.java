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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes files atomically: afterwards the target has all of the new content or its previous
 * content, even after a power cut.
 *
 * <p>The content is written to a temporary file in the target's folder, forced to disk, and renamed
 * to the target atomically. On failure the temporary file is deleted. A symbolic link is replaced
 * by the file. All of this also works in an interrupted thread, which may have to save its last
 * state.
 */
public final class WholeFile {
  private static final Pattern TEMPORARY = Pattern.compile("\\.[0-9a-f-]{36}\\.tmp");

  private WholeFile() {}

  /** The content of a file. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes the content.
     *
     * @param out the temporary file, buffered; must not be closed
     * @throws IOException if it cannot be written
     */
    void writeTo(OutputStream out) throws IOException;

    /**
     * Checks the written file before it is renamed to the target.
     *
     * @param written the temporary file, complete and closed
     * @throws IOException to leave the target unchanged
     */
    default void verify(Path written) throws IOException {}
  }

  /**
   * Returns text as the content of a file.
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
   * @throws IOException if the folder is missing, the target is not a file, or writing fails
   */
  public static void write(Path target, Content content) throws IOException {
    writeAll(Map.of(target, content));
  }

  /**
   * Writes several files that belong together. No file is replaced before all are on disk, so a
   * mixture of old and new files is possible only if a rename fails after another has succeeded.
   *
   * @param contents the new content by file; their folders exist
   * @throws IOException if a folder is missing, a target is not a file, or writing fails
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

  /**
   * Removes the temporary files that a killed process left in a folder. No other process may be
   * writing there.
   *
   * @param folder the folder
   * @throws IOException if it cannot be listed or a file cannot be removed
   */
  public static void removeTemporaries(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (TEMPORARY.matcher(file.getFileName().toString()).matches()) {
          Files.delete(file);
        }
      }
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
      // Not derived from the target's name, which would risk exceeding the longest name allowed.
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
        throw WriteFailure.of(target, "to write the whole file", e);
      }
      content.verify(temporary);
    }

    void rename() throws IOException {
      try {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        force(temporary.getParent());
      } catch (IOException e) {
        throw WriteFailure.of(target, "to write the whole file", e);
      }
    }

    void remove(Throwable cause) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
    }
  }

  private static void force(Path folder) throws IOException {
    if (File.separatorChar == '\\') {
      return; // Windows cannot open a folder, and its rename does not need it.
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
