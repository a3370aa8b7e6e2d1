package org.gan4j.losses;

import org.gan4j.core.autograd.Var;

/** The discriminator as a function, for penalties that evaluate it at points of their own. */
@FunctionalInterface
public interface Critic {
  /**
   * Applies the discriminator in a separate pass that does not update running statistics.
   *
   * @shape input [n, …]; result [n/m, 1], with m = 1 unless the discriminator packs
   * @param input samples on the tape of the discriminator's step
   * @return their logits, differentiable with respect to the samples and the discriminator's
   *     parameters
   */
  Var score(Var input);
}
