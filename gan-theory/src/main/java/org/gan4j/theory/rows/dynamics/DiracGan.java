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
 * The Dirac-GAN: p is a point mass at 0, q one at θ, D(x) has the logit ψx, and both players use
 * plain gradient descent.
 *
 * @param loss the pair of objectives
 * @param penalties added to what the discriminator minimises
 * @param order the order of updates
 * @param rate the step size h of both players
 * @paper Mescheder et al. 2018, arXiv:1801.04406, Section 2.1
 */
record DiracGan(GanLoss loss, List<CriticPenalty> penalties, UpdateOrder order, double rate) {
  /** Copies the list. */
  DiracGan {
    penalties = List.copyOf(penalties);
  }

  /**
   * {@return the config of this game for the framework's trainer}
   *
   * @param start the initial parameters
   */
  GanConfig config(Position start) {
    Player generator = new Player(new PointGenerator(start.theta()), new Sgd(rate));
    Player discriminator = new Player(new LinearDiscriminator(start.psi()), new Sgd(rate));
    return GanConfig.of(new Points(new PointMass(0)), 1, loss, generator, discriminator)
        .withPenalties(penalties)
        .withUpdates(order)
        .withBatch(1)
        .withDtype(DType.FLOAT64)
        .withThreads(1);
  }
}
