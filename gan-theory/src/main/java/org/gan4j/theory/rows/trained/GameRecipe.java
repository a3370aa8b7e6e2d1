package org.gan4j.theory.rows.trained;

import org.gan4j.core.DType;
import org.gan4j.data.spec.Points;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.divergence.Density;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.Cosine;
import org.gan4j.nn.optim.Ema;
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.train.GanConfig;
import org.gan4j.train.Player;

/**
 * How a game is played on sampled batches.
 *
 * @param loss the pair of objectives
 * @param generator a generator with a known density
 * @param generatorOptimizer how it is updated; its averages are the result
 * @param discriminator maps [n, 1] to logits [n, 1]
 * @param discriminatorOptimizer how it is updated
 * @param steps the number of generator updates, each after one of the discriminator
 */
record GameRecipe(
    GanLoss loss,
    ExplicitGenerator generator,
    Optimizer generatorOptimizer,
    LayerSpec discriminator,
    Optimizer discriminatorOptimizer,
    int steps) {
  private static final int BATCH = 1024;
  private static final double AVERAGE = 0.998;

  /**
   * Returns a game of a discriminator with two layers of 16 tanh units and a generator, both by
   * Adam (0.5, 0.999) at 3e-3 with cosine decay to 0.
   *
   * @param loss the pair of objectives
   * @param generator a generator with a known density
   * @param steps the number of steps
   * @return the recipe
   */
  static GameRecipe usual(GanLoss loss, ExplicitGenerator generator, int steps) {
    return new GameRecipe(
        loss, generator, new Ema(AVERAGE, adam(3e-3)), CriticRecipe.network(16), adam(5e-3), steps);
  }

  static Adam adam(double rate) {
    return new Adam(rate, 0.5, 0.999, 1e-8, new Cosine(0));
  }

  /**
   * {@return the recipe with another discriminator}
   *
   * @param network maps [n, 1] to logits [n, 1]
   * @param optimizer how it is updated
   */
  GameRecipe against(LayerSpec network, Optimizer optimizer) {
    return new GameRecipe(loss, generator, generatorOptimizer, network, optimizer, steps);
  }

  /**
   * {@return the recipe with another optimizer of the generator}
   *
   * @param optimizer how it is updated
   */
  GameRecipe learningBy(Optimizer optimizer) {
    return new GameRecipe(loss, generator, optimizer, discriminator, discriminatorOptimizer, steps);
  }

  /**
   * {@return the config for the framework's trainer}
   *
   * @param p the density of the data
   * @param seed the root of all draws
   */
  GanConfig config(Density p, long seed) {
    return GanConfig.of(
            new Points(new DrawnFrom(p)),
            1,
            loss,
            new Player(generator, generatorOptimizer),
            new Player(discriminator, discriminatorOptimizer))
        .withSeed(seed)
        .withBatch(BATCH)
        .withSteps(steps)
        .withDtype(DType.FLOAT64)
        .withThreads(1);
  }

  /** {@return the recipe in a sentence} */
  String sentence() {
    return "GanTrainer in FLOAT64, alternating, batch "
        + BATCH
        + ", "
        + steps
        + " steps; generator "
        + generator
        + " by "
        + generatorOptimizer
        + "; discriminator by "
        + discriminatorOptimizer
        + ".";
  }
}
