package org.gan4j.testkit.loss;

import java.util.Optional;
import org.gan4j.core.autograd.Var;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.Scores;
import org.gan4j.losses.theory.Divergence;
import org.gan4j.losses.theory.Theory;

/**
 * A loss that is affine in its two means: the squared errors 4σ(−ℓ)² and 4σ(ℓ)², less 2. At the
 * optimal critic λ it is 4∫pq/(p + q) − 2 = −∫(p − q)²/(p + q).
 */
class ConstantBesideTheMeansTest extends GanLossContract {
  private record BrierScore() implements GanLoss {
    @Override
    public Var discriminator(Scores scores) {
      Var real = scores.real().negate().sigmoid().square().multiply(4);
      Var fake = scores.fake().sigmoid().square().multiply(4);
      return scores.meanReal(real).add(scores.meanFake(fake)).add(-2);
    }

    @Override
    public Var generator(Scores scores) {
      return scores.meanFake(scores.fake().negate().softplus()).add(7);
    }

    @Override
    public Optional<Theory> theory() {
      return Optional.of(
          Theory.pointwise(x -> x)
              .withValue(Divergence.of("triangular", x -> 2 * Math.pow(Math.tanh(x / 2), 2)))
              .withFrozenCriticGradient(
                  Divergence.f("2KL(m||p)", u -> (1 + u) * Math.log((1 + u) / (2 * u))))
              .withEquilibrium(0, Math.log(2) + 7));
    }
  }

  @Override
  protected GanLoss loss() {
    return new BrierScore();
  }
}
