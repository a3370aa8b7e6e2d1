package org.gan4j.train;

import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeKind;

/**
 * In what order the two players are updated: which gradients a step takes, at which points, and
 * when it applies them.
 */
@RecipeKind("update order")
public interface UpdateOrder extends Recipe {
  /**
   * Makes one step. It ends with one update of the generator, and has updated the discriminator at
   * least once.
   *
   * @param players the two players, between two steps
   */
  void step(Players players);

  /**
   * {@return whether each player's loss is differentiated by the other's parameters too; costs a
   * backward pass through both networks in every update}
   */
  default boolean differentiatesOpponents() {
    return false;
  }

  /** {@return whether a step calls {@link Players#lookAhead} before its updates} */
  default boolean looksAhead() {
    return false;
  }
}
