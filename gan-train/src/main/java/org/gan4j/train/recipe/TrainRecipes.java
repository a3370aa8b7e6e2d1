package org.gan4j.train.recipe;

import java.util.List;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeProvider;
import org.gan4j.train.Alternating;
import org.gan4j.train.Consensus;
import org.gan4j.train.Simultaneous;

/** Lists the orders of updates. */
public final class TrainRecipes implements RecipeProvider {
  /** Creates the provider; {@link java.util.ServiceLoader} calls this. */
  public TrainRecipes() {}

  @Override
  public List<Class<? extends Recipe>> recipes() {
    return List.of(Alternating.class, Simultaneous.class, Consensus.class);
  }
}
