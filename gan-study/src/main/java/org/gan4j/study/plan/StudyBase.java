package org.gan4j.study.plan;

import java.io.IOException;
import java.nio.file.Path;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeKind;
import org.gan4j.train.GanConfig;

/** The config that the axes of a study change. */
@RecipeKind("base")
public interface StudyBase extends Recipe {
  /**
   * Returns the config.
   *
   * @param folder the folder that relative paths start from
   * @return the config
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if there is none of that name
   */
  GanConfig config(Path folder) throws IOException;
}
