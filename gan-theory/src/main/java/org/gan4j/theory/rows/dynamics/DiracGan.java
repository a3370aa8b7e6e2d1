package org.gan4j.theory.rows.dynamics;

import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.data.spec.Points;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.GanLoss;
import org.gan4j.nn.optim.Sgd;
import org.gan4j.train.GanConfig;
import org.gan4j.train.Player;
import org.gan4j.train.UpdateOrder;

/**
 * The Dirac-GAN: p is the law of the point 0, q that of θ, D(x) has the logit ψx, and both players
 * go down their gradients by plain steps.
 *
 * @param loss the pair of objectives
 * @param penalties added to what the discriminator minimises
 * @param order of the updates
 * @param rate the step size h of both
 * @paper Mescheder et al. 2018, arXiv:1801.04406, Section 2.1
 */
record DiracGan(GanLoss loss, List<CriticPenalty> penalties, UpdateOrder order, double rate) {
  /** Copies the list. */
  DiracGan {
    penalties = List.copyOf(penalties);
  }

  /**
   * {@return the same game with another step size}
   *
   * @param other the new value
   */
  DiracGan withRate(double other) {
    return new DiracGan(loss, penalties, order, other);
  }

  /**
   * {@return the same game with another order of updates}
   *
   * @param other the new value
   */
  DiracGan withOrder(UpdateOrder other) {
    return new DiracGan(loss, penalties, other, rate);
  }

  /**
   * {@return the run of the framework's trainer that is this game}
   *
   * @param start the players' first numbers
   */
  GanConfig config(Position start) {
    Player generator = new Player(new PointGenerator(start.theta()), new Sgd(rate));
    Player discriminator = new Player(new SlopeDiscriminator(start.psi()), new Sgd(rate));
    return GanConfig.of(new Points(new Atom(0)), 1, loss, generator, discriminator)
        .withPenalties(penalties)
        .withUpdates(order)
        .withBatch(1)
        .withDtype(DType.FLOAT64)
        .withThreads(1);
  }
}
