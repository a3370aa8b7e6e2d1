package com.example;

import java.util.List;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeProvider;

/** Lists what this jar brings; META-INF/services names this class. */
public final class MyRecipes implements RecipeProvider {
  @Override
  public List<Class<? extends Recipe>> recipes() {
    return List.of(
        ExponentialLoss.class,
        SmoothInputGradient.class,
        ResidualBlock.class,
        SignDescent.class,
        TwoMoons.class,
        FiniteSample.class);
  }
}
