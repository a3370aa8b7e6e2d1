package org.gan4j.nn.optim;

import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeKind;

/** How the learning rate changes during a run: an immutable record in the run's config. */
@RecipeKind("schedule")
public interface Schedule extends Recipe {
  /**
   * Returns the factor on the recipe's rate.
   *
   * @param progress the step and the run's length
   * @return a factor, at least 0
   */
  double factor(Progress progress);
}
