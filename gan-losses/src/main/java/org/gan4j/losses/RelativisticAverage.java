package org.gan4j.losses;

import java.util.Optional;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.recipe.RecipeName;
import org.gan4j.losses.theory.Theory;

/**
 * The relativistic average game, RaGAN: each sample is compared with the mean of the other batch.
 * L_D = E_p softplus(−(ℓ − E_q ℓ)) + E_q softplus(ℓ − E_p ℓ), and L_G the same with p and q
 * exchanged.
 *
 * <p>The optimal critic has no closed form. If the density ratio is unbounded, there is no optimum:
 * inf L_D = 0. At equilibrium both losses are 2 log 2.
 *
 * @paper Jolicoeur-Martineau 2019, "The relativistic discriminator: a key element missing from
 *     standard GAN", arXiv:1807.00734: its relativistic average standard GAN, RaSGAN
 */
@Definition(
    formula =
        "L_D = E_p sp(E_q D - D) + E_q sp(D - E_p D); L_G = E_q sp(E_p D - D) + E_p sp(D - E_q D)",
    source = "Jolicoeur-Martineau 2019, arXiv:1807.00734 (RaSGAN)")
@RecipeName("ragan")
public record RelativisticAverage() implements GanLoss {
  @Override
  public Var discriminator(Scores scores) {
    return scores
        .meanReal(overFake(scores).negate().softplus())
        .add(scores.meanFake(overReal(scores).softplus()));
  }

  @Override
  public Var generator(Scores scores) {
    return scores
        .meanReal(overFake(scores).softplus())
        .add(scores.meanFake(overReal(scores).negate().softplus()));
  }

  private static Var overFake(Scores scores) {
    return scores.real().subtract(scores.meanFake(scores.fake()));
  }

  private static Var overReal(Scores scores) {
    return scores.fake().subtract(scores.meanReal(scores.real()));
  }

  @Override
  public Optional<Theory> theory() {
    return Optional.of(Theory.none().withEquilibrium(2 * Math.log(2), 2 * Math.log(2)));
  }
}
