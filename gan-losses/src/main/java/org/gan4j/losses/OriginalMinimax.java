package org.gan4j.losses;

import org.gan4j.core.autograd.Var;

/**
 * The original minimax game, whose generator loss saturates: min_G max_D E log D(x) + E log(1 −
 * D(G(z))).
 *
 * <p>With D = σ(ℓ), −log D = softplus(−ℓ) and −log(1 − D) = softplus(ℓ), which neither overflow nor
 * lose their gradient at large logits. Zero-sum in the generated logits: L_D + L_G = E softplus(−ℓ)
 * over the real ones. At equilibrium L_D = log 4 and L_G = −log 2.
 *
 * @paper Goodfellow et al. 2014, "Generative Adversarial Nets", arXiv:1406.2661, Eq. (1)
 */
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
  public String name() {
    return "minimax";
  }
}
