package org.gan4j.losses;

import java.util.Optional;
import org.gan4j.core.autograd.Var;
import org.gan4j.losses.theory.Divergence;
import org.gan4j.losses.theory.Range;
import org.gan4j.losses.theory.Theory;

/**
 * The hinge game: L_D = E_p max(0, 1 − ℓ) + E_q max(0, 1 + ℓ), L_G = −E_q ℓ.
 *
 * <p>ℓ* = sign log p/q, and any number in [−1, 1] where p = q. At equilibrium L_D = 2 and L_G = −ℓ.
 * The derivative at a kink is 0.
 *
 * @paper Lim and Ye 2017, "Geometric GAN", arXiv:1705.02894; Miyato et al. 2018, arXiv:1802.05957,
 *     Eqs. (16) and (17)
 */
@Definition(
    formula = "L_D = E_p max(0, 1-D) + E_q max(0, 1+D); L_G = -E_q D",
    source = "Lim and Ye 2017, arXiv:1705.02894; Miyato et al. 2018, Eqs. (16), (17)")
public record Hinge() implements GanLoss {
  private static final Range INSIDE = new Range(-1, 1);

  @Override
  public Var discriminator(Scores scores) {
    return scores
        .meanReal(scores.real().negate().add(1).relu())
        .add(scores.meanFake(scores.fake().add(1).relu()));
  }

  @Override
  public Var generator(Scores scores) {
    return scores.meanFake(scores.fake()).negate();
  }

  @Override
  public Optional<Theory> theory() {
    return Optional.of(
        Theory.setValued(x -> x == 0 ? INSIDE : Range.of(Math.signum(x)))
            .withValue(Divergence.twiceTotalVariation())
            .withFrozenCriticGradient(Divergence.twiceTotalVariation())
            .withEquilibrium(2, INSIDE)
            .withZeroSum(INSIDE));
  }
}
