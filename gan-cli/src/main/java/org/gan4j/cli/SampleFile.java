package org.gan4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.gan4j.core.Shape;
import org.gan4j.io.csv.PointsCsv;
import org.gan4j.train.GanConfig;
import org.gan4j.train.run.SamplePicture;

/**
 * A file of samples. An existing file is replaced only once the new one is complete.
 *
 * @param path the file; its name ends in .png or .csv
 * @param config the config of the run
 * @param table whether the file is a table of points
 */
record SampleFile(Path path, GanConfig config, boolean table) {
  /**
   * Checks the name before anything is computed.
   *
   * @throws UsageException if the name does not fit the samples
   */
  static SampleFile of(Path path, GanConfig config) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    boolean table = name.endsWith(".csv");
    if (!table && !name.endsWith(".png")) {
      throw new UsageException(
          "--out: expected a name that ends in .png or .csv, got '" + path + "'");
    }
    if (table && config.data().image().isPresent()) {
      throw new UsageException(
          "--out: expected .png for a run on images, got '" + path + "'; .csv is for points");
    }
    return new SampleFile(path, config, table);
  }

  void write(float[] samples, String title) throws IOException {
    if (table) {
      PointsCsv.write(path, samples, dimensions());
    } else {
      new SamplePicture(config).write(path, title, samples);
    }
  }

  private int dimensions() {
    return (int)
        config.game().generator().network().outputShape(Shape.of(config.game().latent())).size();
  }
}
