package org.gan4j.losses;

import java.util.Optional;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.recipe.RecipeName;
import org.gan4j.losses.theory.Divergence;
import org.gan4j.losses.theory.Range;
import org.gan4j.losses.theory.Theory;

/**
 * The original minimax game, whose generator loss saturates: min_G max_D E log D(x) + E log(1 −
 * D(G(z))).
 *
 * <p>With D = σ(ℓ), −log D = softplus(−ℓ) and −log(1 − D) = softplus(ℓ), which neither overflow nor
 * lose their gradient at large logits. Zero-sum in the logits of generated samples: L_D + L_G = E
 * softplus(−ℓ) over the real samples. At equilibrium L_D = log 4 and L_G = −log 2.
 *
 * @paper Goodfellow et al. 2014, "Generative Adversarial Nets", arXiv:1406.2661, Eq. (1)
 */
@Definition(
    formula = "L_D = E_p sp(-D) + E_q sp(D); L_G = -E_q sp(D)",
    source = "Goodfellow et al. 2014, arXiv:1406.2661, Eq. (1)")
@RecipeName("minimax")
public record OriginalMinimax() implements GanLoss {
  @Override
  public Var discriminator(Scores scores) {
    return scores
        .meanReal(scores.real().negate().softplus())
        .add(scores.meanFake(scores.fake().softplus()));
  }

  @Override
  public Var generator(Scores scores) {
    return scores.meanFake(scores.fake().softplus()).negate();
  }

  @Override
  public Optional<Theory> theory() {
    return Optional.of(
        Theory.pointwise(x -> x)
            .withValue(Divergence.twiceJensenShannon())
            .withFrozenCriticGradient(Divergence.twiceJensenShannon())
            .withEquilibrium(Math.log(4), -Math.log(2))
            .withZeroSum(Range.LINE));
  }
}
