package org.gan4j.examples.theorem.trained;

import java.util.function.IntConsumer;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.WeightedScores;
import org.gan4j.nn.Layer;
import org.gan4j.nn.Pass;
import org.gan4j.nn.optim.Updater;

/**
 * Trains a discriminator with the generator fixed, on expectations that are quadrature sums: the
 * inner maximisation of the game, free of sampling noise.
 *
 * @paper Goodfellow et al. 2014, arXiv:1406.2661, Section 4.1
 */
final class CriticFit {
  private final WeightedPoints points;
  private final GanLoss loss;
  private final Rng rng;
  private final Backend backend;
  private final Layer network;
  private final Updater updater;

  /**
   * Builds a fresh discriminator.
   *
   * @param recipe its network, optimizer and steps
   * @param loss whose discriminator objective it minimises
   * @param points samples of both kinds with their probabilities
   * @param rng draws the initial weights
   * @param backend where to compute
   */
  CriticFit(
      CriticRecipe recipe, GanLoss loss, WeightedPoints points, Rng rng, Backend backend) {
    this.points = points;
    this.loss = loss;
    this.rng = rng;
    this.backend = backend;
    this.network = recipe.network().build(Shape.of(1), rng.child("discriminator"), backend);
    this.updater = recipe.optimizer().bind(network.parameters(), backend);
  }

  /** Makes one step down the loss. */
  void step() {
    try (Tape tape = backend.tape()) {
      Var x = column(tape, points.x());
      Pass pass = Pass.train(tape, rng.child("discriminator"), "step", updater.updates());
      Var logits = network.forward(x, pass);
      Var real = column(tape, points.real());
      Var fake = column(tape, points.fake());
      WeightedScores scores = new WeightedScores(logits, logits, x, x, real, fake);
      updater.update(tape.backward(loss.discriminator(scores)));
    }
  }

  private Var column(Tape tape, double[] values) {
    return tape.constant(backend.tensor(Shape.of(values.length, 1), backend.dtype(), values));
  }

  /** {@return the discriminator as it is now} */
  CriticFunction critic() {
    return new CriticFunction(network, backend);
  }

  /**
   * Makes steps.
   *
   * @param steps how many
   * @param after told the number of steps made, after each
   */
  CriticFunction run(int steps, IntConsumer after) {
    for (int i = 1; i <= steps; i++) {
      step();
      after.accept(i);
    }
    return critic();
  }
}
