package com.example;

import java.util.List;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeProvider;

/** Lists what this jar brings. */
public final class MyRecipes implements RecipeProvider {
  @Override
  public List<Class<? extends Recipe>> recipes() {
    return List.of(MyLoss.class);
  }
}
