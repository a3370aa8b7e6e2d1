package org.gan4j.testkit.guide;

import java.util.Optional;
import org.gan4j.core.autograd.Var;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.Scores;
import org.gan4j.losses.theory.Divergence;
import org.gan4j.losses.theory.Theory;

/** The squared hinge with its theory. */
public record SquaredHinge() implements GanLoss {
  @Override
  public Var discriminator(Scores scores) {
    return scores
        .meanReal(scores.real().negate().add(1).relu().square())
        .add(scores.meanFake(scores.fake().add(1).relu().square()));
  }

  @Override
  public Var generator(Scores scores) {
    return scores.meanFake(scores.fake()).negate();
  }

  @Override
  public Optional<Theory> theory() {
    return Optional.of(
        Theory.pointwise(x -> Math.tanh(x / 2))
            .withValue(Divergence.of("triangular", x -> 2 * Math.pow(Math.tanh(x / 2), 2)))
            .withFrozenCriticGradient(
                Divergence.f("2KL(p||m)", u -> 2 * u * Math.log(2 * u / (1 + u))))
            .withEquilibrium(2, 0));
  }
}
