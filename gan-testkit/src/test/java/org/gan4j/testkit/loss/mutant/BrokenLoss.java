package org.gan4j.testkit.loss.mutant;

import java.util.Optional;
import java.util.function.Function;
import org.gan4j.core.autograd.Var;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.Scores;
import org.gan4j.losses.theory.Theory;

/**
 * A loss put together from parts.
 *
 * @param name its name
 * @param d L_D
 * @param g L_G
 * @param theory what it declares
 */
record BrokenLoss(
    String name, Function<Scores, Var> d, Function<Scores, Var> g, Optional<Theory> theory)
    implements GanLoss {
  static BrokenLoss like(GanLoss loss) {
    return new BrokenLoss(loss.name(), loss::discriminator, loss::generator, loss.theory());
  }

  BrokenLoss named(String other) {
    return new BrokenLoss(other, d, g, theory);
  }

  BrokenLoss withD(Function<Scores, Var> other) {
    return new BrokenLoss(name, other, g, theory);
  }

  BrokenLoss withG(Function<Scores, Var> other) {
    return new BrokenLoss(name, d, other, theory);
  }

  BrokenLoss declaring(Theory other) {
    return new BrokenLoss(name, d, g, Optional.ofNullable(other));
  }

  @Override
  public Var discriminator(Scores scores) {
    return d.apply(scores);
  }

  @Override
  public Var generator(Scores scores) {
    return g.apply(scores);
  }
}
