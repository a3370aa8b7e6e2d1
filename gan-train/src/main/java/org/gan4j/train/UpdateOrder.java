package org.gan4j.train;

import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeKind;

/**
 * The order in which the two players are updated: which gradients a step computes, at which points,
 * and when it applies them.
 */
@RecipeKind("update order")
public interface UpdateOrder extends Recipe {
  /**
   * Makes one step: {@link #discriminatorUpdates} of the discriminator, and one of the generator at
   * the end.
   *
   * @param players the two players, between two steps
   */
  void step(Players players);

  /** {@return how often a step updates the discriminator} */
  default int discriminatorUpdates() {
    return 1;
  }

  /**
   * {@return whether each player's loss is also differentiated by the other player's parameters,
   * which costs a backward pass through both networks in every update}
   */
  default boolean differentiatesBothPlayers() {
    return false;
  }

  /** {@return whether a step calls {@link Players#lookAhead} before its updates} */
  default boolean looksAhead() {
    return false;
  }
}
