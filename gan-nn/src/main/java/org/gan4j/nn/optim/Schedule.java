package org.gan4j.nn.optim;

import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeKind;

/** How the learning rate changes during a run: an immutable record in the run's config. */
@RecipeKind("schedule")
public interface Schedule extends Recipe {
  /**
   * Returns the factor on the recipe's rate.
   *
   * @param update the number of the update, from 1; with {@link ExtraGradient}, of the step
   * @return a factor, at least 0
   */
  double factor(long update);
}
