package org.gan4j.losses;

import java.util.Optional;
import org.gan4j.core.autograd.Var;
import org.gan4j.losses.theory.Divergence;
import org.gan4j.losses.theory.Theory;

/**
 * The non-saturating game: the discriminator's objective is that of {@link OriginalMinimax}; the
 * generator maximises E log D(G(z)), so that its gradient does not vanish where D is confident.
 *
 * <p>−log D = softplus(−ℓ) for logits ℓ. At equilibrium L_D = log 4 and L_G = log 2.
 *
 * @paper Goodfellow et al. 2014, arXiv:1406.2661, Section 3, last paragraph
 */
@Definition(
    formula = "L_D = E_p sp(-D) + E_q sp(D); L_G = E_q sp(-D)",
    source = "Goodfellow et al. 2014, arXiv:1406.2661, Section 3")
public record NonSaturating() implements GanLoss {
  @Override
  public Var discriminator(Scores scores) {
    return new OriginalMinimax().discriminator(scores);
  }

  @Override
  public Var generator(Scores scores) {
    return scores.meanFake(scores.fake().negate().softplus());
  }

  @Override
  public Optional<Theory> theory() {
    return Optional.of(
        Theory.pointwise(x -> x)
            .withValue(Divergence.twiceJensenShannon())
            .withFrozenCriticGradient(Divergence.twiceMidpointKl())
            .withEquilibrium(Math.log(4), Math.log(2)));
  }
}
