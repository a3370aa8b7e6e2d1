package org.gan4j.core.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where native libraries are unpacked before they load: the user's home, else the temporary folder.
 */
public final class NativeCache {
  private NativeCache() {}

  /**
   * Finds out whether there is room for native libraries. Backends ask before they load theirs,
   * since the unpacking code of JavaCPP and JNA answers with stack traces.
   *
   * @return the problem, or nothing if one of the two folders can be written to
   */
  public static Optional<String> problem() {
    String home = System.getProperty("user.home");
    String temporary = System.getProperty("java.io.tmpdir");
    return writable(home) || writable(temporary)
        ? Optional.empty()
        : Optional.of(
            "expected a home or a temporary folder to unpack native libraries into, got none that"
                + " can be written to: "
                + home
                + ", "
                + temporary
                + "; set JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR");
  }

  /** Tries it: permissions alone do not tell for root, or on a file system that is read-only. */
  private static boolean writable(String folder) {
    try {
      Path home = Path.of(folder);
      Path cache = home.resolve(".javacpp").resolve("cache");
      Files.delete(Files.createTempFile(Files.isDirectory(cache) ? cache : home, "gan4j", ".tmp"));
      return true;
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }
}
