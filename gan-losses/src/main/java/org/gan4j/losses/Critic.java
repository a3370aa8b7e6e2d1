package org.gan4j.losses;

import org.gan4j.core.autograd.Var;

/** The discriminator as a function of samples, for a penalty that looks where no sample is. */
@FunctionalInterface
public interface Critic {
  /**
   * Applies the discriminator in a pass of its own, which leaves running statistics alone.
   *
   * @shape input [n, …]; result [n/m, 1], with m = 1 unless the discriminator packs
   * @param input samples on the tape of the discriminator's step
   * @return their logits, differentiable by the samples and by the discriminator's parameters
   */
  Var score(Var input);
}
