package org.gan4j.theory.rows.trained;

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
 * Trains a discriminator with a fixed generator, on expectations computed by quadrature: the inner
 * maximisation of the game without sampling noise.
 *
 * @paper Goodfellow et al. 2014, arXiv:1406.2661, Section 4.1
 */
final class CriticFit {
  private final CriticRecipe recipe;
  private final double[] x;
  private final double[] real;
  private final double[] fake;
  private final GanLoss loss;
  private final Rng rng;
  private final Backend backend;
  private final Layer network;
  private final Updater updater;

  /**
   * Builds a new discriminator.
   *
   * @param recipe the network, optimizer and number of steps
   * @param loss its discriminator objective is minimised
   * @param points the points with their probabilities under p and q
   * @param rng the source of the initial weights
   * @param backend where to compute
   */
  CriticFit(CriticRecipe recipe, GanLoss loss, WeightedPoints points, Rng rng, Backend backend) {
    this.recipe = recipe;
    this.x = points.x();
    this.real = points.real();
    this.fake = points.fake();
    this.loss = loss;
    this.rng = rng;
    this.backend = backend;
    this.network = recipe.network().build(Shape.of(1), rng.child("discriminator"), backend);
    this.updater = Updater.of(recipe.optimizer(), network.parameters(), backend, recipe.steps());
  }

  private void step(int number) {
    try (Tape tape = Tape.on(backend)) {
      Var points = Columns.on(tape, x);
      Pass pass = Pass.train(tape, rng.child("discriminator"), "step", number - 1);
      Var logits = network.forward(points, pass);
      WeightedScores scores =
          new WeightedScores(
              logits, logits, points, points, Columns.on(tape, real), Columns.on(tape, fake));
      updater.update(tape.backward(loss.discriminator(scores)), number);
    }
  }

  /** {@return the discriminator with its current parameters} */
  CriticFunction critic() {
    return new CriticFunction(network, backend);
  }

  /**
   * Runs all steps.
   *
   * @param after called after each step with the number of steps so far
   * @return the trained discriminator
   */
  CriticFunction run(IntConsumer after) {
    for (int i = 1; i <= recipe.steps(); i++) {
      step(i);
      after.accept(i);
    }
    return critic();
  }
}
