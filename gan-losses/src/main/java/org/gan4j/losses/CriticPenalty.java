package org.gan4j.losses;

import org.gan4j.core.autograd.Var;
import org.gan4j.core.random.Rng;

/**
 * A term added to what the discriminator minimises, most often on its slope in the samples.
 *
 * <p>Implementations are pure functions in tape operations, found by {@link
 * java.util.ServiceLoader} and best written as records, so that a run's config can name their
 * constants. {@link InputGradients} has the slopes; they are recorded, so that the tape takes the
 * second derivatives that training needs.
 */
public interface CriticPenalty {
  /**
   * Returns the penalty of the discriminator's step.
   *
   * @param critic the discriminator, to be called for samples that no score is of
   * @param scores the logits of both halves and their samples, which are watched
   * @param rng draws of this penalty in this update alone: the same stream gives others next time
   * @return a scalar
   */
  Var penalty(Critic critic, Scores scores, Rng rng);

  /** {@return the name in configs and on the command line: the class name in kebab case} */
  default String name() {
    return Names.kebab(getClass());
  }
}
