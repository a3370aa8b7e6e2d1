package org.gan4j.losses;

import org.gan4j.core.autograd.Var;
import org.gan4j.core.random.Rng;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeKind;

/**
 * A term added to what the discriminator minimises, most often on its slope in the samples.
 *
 * <p>Implementations are records of pure functions in tape operations; their components are the
 * constants that a run's config gives. {@link InputGradients} has the slopes; they are recorded, so
 * that the tape takes the second derivatives that training needs.
 */
@RecipeKind("penalty")
public interface CriticPenalty extends Recipe {
  /**
   * Returns the penalty of the discriminator's step.
   *
   * @param critic the discriminator, to be called for samples that no score is of
   * @param scores the logits of both halves and their samples, which are watched
   * @param rng draws of this penalty in this update alone: the same stream gives others next time
   * @return a scalar
   */
  Var penalty(Critic critic, Scores scores, Rng rng);
}
