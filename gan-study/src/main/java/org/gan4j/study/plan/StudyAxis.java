package org.gan4j.study.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeKind;

/**
 * What a study varies: settings of the config and the values that they take in turn. Every
 * combination of the points of all axes is tried.
 */
@RecipeKind("axis")
public interface StudyAxis extends Recipe {
  /**
   * {@return the factors that vary on this axis: each is a list of settings that have one value,
   * given by their paths in a config, such as {@code game.loss}}
   */
  List<List<String>> factors();

  /** {@return the points of the axis: for each, one value per factor} */
  List<List<JsonNode>> points();
}
