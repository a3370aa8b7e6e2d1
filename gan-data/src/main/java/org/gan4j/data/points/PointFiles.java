package org.gan4j.data.points;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.data.DataException;
import org.gan4j.data.file.DataFile;

/** Points from files, whose format is found by their first bytes. */
public final class PointFiles {
  private PointFiles() {}

  /**
   * Returns what the first bytes of a file say.
   *
   * @param path a file
   * @return {@code npz} or {@code npy}; empty for anything else
   * @throws IOException if the file cannot be read
   */
  public static Optional<String> binaryFormat(Path path) throws IOException {
    byte[] start;
    try (InputStream file = Files.newInputStream(path)) {
      start = file.readNBytes(6);
    }
    if (start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] <= 8) {
      return Optional.of("npz");
    }
    return NpyHeader.isMagic(start) ? Optional.of("npy") : Optional.empty();
  }

  /**
   * Reads a CSV file, an {@code .npy} file or one array of an {@code .npz} file.
   *
   * @param path the file
   * @param entry the name of the array in an {@code .npz} file; empty for the only one
   * @return the points, unscaled
   * @throws DataException if the file is missing or damaged, if there is no such array, or if a
   *     number is not finite
   * @throws IOException if the file cannot be read
   * @shape a sample is [d] from an array [n, d], and [1] from an array [n]
   */
  public static PointTable read(Path path, String entry) throws IOException {
    DataFile.requireFile("points", path);
    Optional<String> format = binaryFormat(path);
    if (format.filter("npz"::equals).isPresent()) {
      return NpyPoints.npz(path, entry);
    }
    if (!entry.isEmpty()) {
      throw new DataException(
          "points "
              + path
              + ": expected an .npz file, since an entry is named, got another format; name none");
    }
    return format.isPresent() ? NpyPoints.npy(path) : CsvPoints.read(path);
  }
}
