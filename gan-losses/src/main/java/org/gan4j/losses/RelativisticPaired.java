package org.gan4j.losses;

import java.util.Optional;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.recipe.RecipeName;
import org.gan4j.losses.theory.Divergence;
import org.gan4j.losses.theory.Theory;

/**
 * The paired relativistic game, RpGAN: the i-th real sample should score higher than the i-th
 * generated one. L_D = E softplus(ℓ(G(z)) − ℓ(x)), L_G = E softplus(ℓ(x) − ℓ(G(z))).
 *
 * <p>ℓ* = log p/q plus any constant. At equilibrium both losses are log 2. There are as many real
 * as fake samples; a pair has the weight of its real sample.
 *
 * @paper Jolicoeur-Martineau 2019, "The relativistic discriminator: a key element missing from
 *     standard GAN", arXiv:1807.00734: its relativistic standard GAN, RSGAN
 */
@Definition(
    formula = "L_D = E sp(D(fake) - D(real)); L_G = E sp(D(real) - D(fake))",
    source = "Jolicoeur-Martineau 2019, arXiv:1807.00734 (RSGAN)")
@RecipeName("rpgan")
public record RelativisticPaired() implements GanLoss {
  @Override
  public Var discriminator(Scores scores) {
    return scores.meanReal(scores.fake().subtract(scores.real()).softplus());
  }

  @Override
  public Var generator(Scores scores) {
    return scores.meanReal(scores.real().subtract(scores.fake()).softplus());
  }

  @Override
  public Optional<Theory> theory() {
    return Optional.of(
        Theory.upToAConstant(x -> x)
            .withValue(Divergence.PAIRED_JENSEN_SHANNON)
            .withEquilibrium(Math.log(2), Math.log(2)));
  }
}
