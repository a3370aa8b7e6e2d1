package org.gan4j.study.plan;

import java.util.List;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeKind;

/** Which settings of a study are trained to the end. */
@RecipeKind("stopping rule")
public interface Stopping extends Recipe {
  /**
   * Returns the numbers of steps at which settings are compared.
   *
   * @param steps the number of steps of a whole trial
   * @return increasing numbers below {@code steps}
   */
  List<Long> rungs(long steps);

  /**
   * Returns how many settings are trained beyond a rung.
   *
   * @param rung the index of the rung, from 0
   * @param settings the number of settings of the study
   * @return at least 1
   */
  int survivors(int rung, int settings);

  /**
   * {@return the name of the figure that settings are compared by; empty for the measure's first}
   */
  default String metric() {
    return "";
  }
}
