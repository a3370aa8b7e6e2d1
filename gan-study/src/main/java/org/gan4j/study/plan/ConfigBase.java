package org.gan4j.study.plan;

import java.nio.file.Path;
import org.gan4j.core.Expect;
import org.gan4j.core.recipe.RecipeName;
import org.gan4j.train.GanConfig;

/**
 * A config that is part of the study file.
 *
 * @param config the config
 */
@RecipeName("config")
public record ConfigBase(GanConfig config) implements StudyBase {
  /**
   * Checks that there is a config.
   *
   * @param config the config
   */
  public ConfigBase {
    Expect.nonNull("base", "a config", config);
  }

  @Override
  public GanConfig config(Path folder) {
    return config;
  }
}
