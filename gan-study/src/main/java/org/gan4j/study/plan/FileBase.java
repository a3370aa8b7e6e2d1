package org.gan4j.study.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.core.Expect;
import org.gan4j.core.recipe.RecipeName;
import org.gan4j.train.GanConfig;
import org.gan4j.train.config.ConfigException;
import org.gan4j.train.config.ConfigJson;

/**
 * A config in a file of its own, such as a run's config.json.
 *
 * @param path the file; a relative path starts from the folder of the study file
 */
@RecipeName("file")
public record FileBase(String path) implements StudyBase {
  /**
   * Checks that there is a path.
   *
   * @param path the file
   */
  public FileBase {
    Expect.that(path != null && !path.isBlank(), "base", "the path of a config", "none");
  }

  @Override
  public GanConfig config(Path folder) throws IOException {
    Path file = folder.resolve(path);
    if (!Files.exists(file)) {
      throw new ConfigException(
          file + ": expected a config file, got no such file; check the study's base");
    }
    return ConfigJson.read(file);
  }
}
