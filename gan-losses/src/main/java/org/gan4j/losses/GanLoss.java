package org.gan4j.losses;

import java.util.Optional;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeKind;
import org.gan4j.losses.theory.Theory;

/**
 * A pair of objectives on logits, both to be minimised, in nats.
 *
 * <p>Implementations are records of pure functions in tape operations; their components are the
 * constants that a run's config gives.
 */
@RecipeKind("loss")
public interface GanLoss extends Recipe {
  /**
   * Returns what the discriminator minimises.
   *
   * @param scores the logits of both halves
   * @return a scalar
   */
  Var discriminator(Scores scores);

  /**
   * Returns what the generator minimises.
   *
   * @param scores the logits; asking for the real ones costs a pass over them
   * @return a scalar
   */
  Var generator(Scores scores);

  /** {@return what is known of this loss, for the test kit to check; empty if nothing is stated} */
  default Optional<Theory> theory() {
    return Optional.empty();
  }
}
