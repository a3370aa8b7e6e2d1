package org.gan4j.study.plan;

import java.nio.file.Path;
import org.gan4j.core.Expect;
import org.gan4j.core.recipe.RecipeName;
import org.gan4j.train.GanConfig;
import org.gan4j.train.config.Presets;

/**
 * A preset, such as {@code ring}.
 *
 * @param preset its name
 */
@RecipeName("preset")
public record PresetBase(String preset) implements StudyBase {
  /**
   * Checks the name.
   *
   * @param preset one of {@link Presets#names}
   */
  public PresetBase {
    if (!Presets.names().contains(preset)) {
      throw Expect.unknown("preset", Presets.names(), preset);
    }
  }

  @Override
  public GanConfig config(Path folder) {
    return Presets.named(preset);
  }
}
