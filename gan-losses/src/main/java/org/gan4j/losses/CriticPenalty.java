package org.gan4j.losses;

import org.gan4j.core.autograd.Var;
import org.gan4j.core.random.Rng;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeKind;

/**
 * A term added to the discriminator's loss, usually a penalty on its input gradient.
 *
 * <p>Implementations are records whose methods are pure functions in tape operations; their
 * components are the constants that a run's config gives. {@link InputGradients} computes input
 * gradients. They are recorded, so that training can differentiate them again.
 */
@RecipeKind("penalty")
public interface CriticPenalty extends Recipe {
  /**
   * Returns the penalty in the discriminator's step.
   *
   * @param critic the discriminator, for points that have no score
   * @param scores the logits of the real and fake samples, and the samples, which are watched
   * @param rng the random draws of this penalty in this update; each update has its own
   * @return a scalar
   */
  Var penalty(Critic critic, Scores scores, Rng rng);
}
