package org.gan4j.losses;

import java.util.Optional;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeKind;
import org.gan4j.losses.theory.Theory;

/**
 * A pair of objectives on logits, both to be minimised, in nats.
 *
 * <p>Implementations are records whose methods are pure functions in tape operations; their
 * components are the constants that a run's config gives.
 */
@RecipeKind("loss")
public interface GanLoss extends Recipe {
  /**
   * Returns what the discriminator minimises.
   *
   * @param scores the logits of the real and fake samples
   * @return a scalar
   */
  Var discriminator(Scores scores);

  /**
   * Returns what the generator minimises.
   *
   * @param scores the logits; those of the real samples cost an extra forward pass if used
   * @return a scalar
   */
  Var generator(Scores scores);

  /** {@return the declared theory of this loss, which the test kit checks; empty if none} */
  default Optional<Theory> theory() {
    return Optional.empty();
  }
}
