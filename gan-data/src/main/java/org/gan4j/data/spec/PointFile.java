package org.gan4j.data.spec;

import java.io.IOException;
import java.nio.file.Path;
import org.gan4j.core.Expect;
import org.gan4j.core.random.RngStream;
import org.gan4j.data.BatchSource;
import org.gan4j.data.Batches;
import org.gan4j.data.DataException;
import org.gan4j.data.points.PointFiles;
import org.gan4j.data.points.PointScale;
import org.gan4j.data.points.PointTable;

/**
 * Points from a CSV, {@code .npy} or {@code .npz} file, in epochs. Samples of the generator are
 * scaled like the points.
 *
 * @param file the file
 * @param entry the name of the array in an {@code .npz} file; empty for the only one
 * @param scale how the file's numbers are scaled
 */
public record PointFile(String file, String entry, PointScale scale) implements DataSpec {
  /**
   * Checks that no setting is missing, but opens no file.
   *
   * @param file the file
   * @param entry the name of the array in an {@code .npz} file; empty for the only one
   * @param scale how the file's numbers are scaled
   */
  public PointFile {
    Expect.nonNull("point-file", "a file", file);
    Expect.nonNull("point-file", "an entry, or \"\" for the only one", entry);
    Expect.nonNull("point-file", "a scale", scale);
  }

  @Override
  public BatchSource open(RngStream order) throws IOException {
    PointTable points = PointFiles.read(Path.of(file), entry);
    int columns = points.sampleShape().length();
    if (columns != scale.centre().size()) {
      throw new DataException(
          "points "
              + file
              + ": expected "
              + scale.centre().size()
              + " columns, as the config's scale has, got "
              + columns
              + "; change the config");
    }
    return new Batches(points.scaled(scale), order);
  }
}
