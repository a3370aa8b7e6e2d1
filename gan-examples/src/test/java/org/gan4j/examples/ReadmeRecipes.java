package org.gan4j.examples;

import java.util.List;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeProvider;

/** Lists the README's loss. */
public final class ReadmeRecipes implements RecipeProvider {
  @Override
  public List<Class<? extends Recipe>> recipes() {
    return List.of(SquaredHinge.class);
  }
}
