package org.gan4j.losses;

import java.util.Optional;
import org.gan4j.core.autograd.Var;
import org.gan4j.losses.theory.Divergence;
import org.gan4j.losses.theory.Range;
import org.gan4j.losses.theory.Theory;

/**
 * The Wasserstein game: L_D = E_q ℓ − E_p ℓ, L_G = −E_q ℓ.
 *
 * <p>Among 1-Lipschitz critics the optimum is L_D = −W₁; without such a bound there is none. The
 * bound has to come from a gradient penalty, weight clipping or spectral normalisation.
 *
 * @paper Arjovsky et al. 2017, "Wasserstein GAN", arXiv:1701.07875, Eq. (2)
 */
@Definition(
    formula = "L_D = E_q D - E_p D; L_G = -E_q D",
    source = "Arjovsky et al. 2017, arXiv:1701.07875, Eq. (2)")
public record Wasserstein() implements GanLoss {
  @Override
  public Var discriminator(Scores scores) {
    return scores.meanFake(scores.fake()).subtract(scores.meanReal(scores.real()));
  }

  @Override
  public Var generator(Scores scores) {
    return scores.meanFake(scores.fake()).negate();
  }

  @Override
  public Optional<Theory> theory() {
    return Optional.of(
        Theory.underAConstraint()
            .withValue(Divergence.WASSERSTEIN_1)
            .withFrozenCriticGradient(Divergence.WASSERSTEIN_1)
            .withEquilibrium(0, Range.LINE)
            .withZeroSum(Range.LINE));
  }
}
