package org.gan4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.train.GanConfig;
import org.gan4j.train.config.ConfigJson;

/** The file given by {@code --config}. */
final class ConfigFile {
  private ConfigFile() {}

  /**
   * Reads the config.
   *
   * @throws UsageException if the file does not exist
   */
  static GanConfig read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new UsageException(file + ": expected a config file, got no such file; check --config");
    }
    return ConfigJson.read(file);
  }
}
