package org.gan4j.nn.optim;

import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;

/**
 * Looks ahead before each update: a step of another optimizer leads to a point θ′, the gradient is
 * taken there, and a second step with it starts from where the first one started. The two steps of
 * update n are the other optimizer's steps 2n − 1 and 2n: both change its moments and count in its
 * schedule.
 *
 * <p>Both gradients are taken on the same batch, which the second paper shows to converge. All
 * players look ahead before any of them updates, so use it with simultaneous updates.
 *
 * @param inner the optimizer that takes both steps
 * @paper Gidel et al. 2019, arXiv:1802.10551, Algorithm 4; Mishchenko et al. 2020, arXiv:1905.11373
 */
public record ExtraGradient(Optimizer inner) implements Wrapper {
  /**
   * Checks that there is an optimizer that does not look ahead by itself.
   *
   * @param inner the optimizer that takes both steps
   */
  public ExtraGradient {
    Expect.nonNull("extra-gradient", "an optimizer", inner);
    if (inner.looksAhead()) {
      throw Expect.failure(
          "extra-gradient",
          "an optimizer that does not look ahead yet",
          Nesting.of(inner),
          "keep only one look-ahead, anywhere in the nesting");
    }
  }

  @Override
  public boolean looksAhead() {
    return true;
  }

  /** {@return nothing in any phase: an {@link Updater} runs them twice} */
  @Override
  public Wrapper.Bound bind(List<Parameter> parameters, Backend backend) {
    return new Wrapper.Bound() {};
  }
}
