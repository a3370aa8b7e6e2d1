package org.gan4j.theory.rows.trained;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.ToDoubleFunction;
import org.gan4j.core.backend.Backend;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.gan4j.train.GanConfig;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.StepReport;

/**
 * A run of the framework's trainer, measured by quadrature.
 *
 * @param moments measurements during the run
 * @param density q of the final generator, with averaged parameters if there are averages
 * @param critic the discriminator at the end
 */
record PlayedGame(List<Moment> moments, Density density, CriticFunction critic) {
  /**
   * The game between two steps.
   *
   * @param step the number of steps so far
   * @param value V(D, G) by quadrature
   * @param sampled V(D, G) on the trainer's next batches
   * @param meanReal E_p D
   * @param meanFake E_q D
   * @param jsd JSD(p ‖ q), by quadrature
   */
  record Moment(
      long step, double value, double sampled, double meanReal, double meanFake, double jsd) {
    /** {@return 2 JSD − log 4, which no V(D, G) exceeds} */
    double largestValue() {
      return 2 * jsd - Math.log(4);
    }
  }

  /** The data, and an interval that contains the mass of p and of every q during the game. */
  record Stage(Density p, double low, double high) {
    /** N(2, 0.7²), far from the generators' start N(0, 1). */
    static final Stage ONE_MODE = new Stage(Densities.normal(2, 0.7), -16, 20);

    /** ½N(−1, 0.6²) + ½N(1, 0.6²). */
    static final Stage TWO_MODES =
        new Stage(
            Densities.mixture(
                new double[] {0.5, 0.5}, Densities.normal(-1, 0.6), Densities.normal(1, 0.6)),
            -14,
            14);

    DensityPair against(Density q) {
      return new DensityPair(p, q, low, high);
    }
  }

  /**
   * Plays a game.
   *
   * @param recipe the players
   * @param stage the data
   * @param seed the root of all draws
   * @param looks how often to measure during the game
   * @param backend where to compute; the critic is valid until it is closed
   * @param progress called with the step at each measurement
   * @return the game
   * @throws IOException never, since data are drawn and not read
   */
  static PlayedGame play(
      GameRecipe recipe, Stage stage, long seed, int looks, Backend backend, LongConsumer progress)
      throws IOException {
    GanConfig config = recipe.config(stage.p(), seed);
    GanTrainer trainer = GanTrainer.open(config, backend);
    int every = Math.max(1, recipe.steps() / looks);
    Watch watch = new Watch(recipe, stage, every, backend, progress);
    trainer.train(List.of(watch::stepped));
    Density learned = recipe.generator().density(trainer.samplingGenerator());
    CriticFunction critic = new CriticFunction(trainer.discriminator(), backend);
    return new PlayedGame(List.copyOf(watch.moments), learned, critic);
  }

  /**
   * Measures at regular steps, unless q is too narrow for the points. The value on the batch comes
   * with the report of the next step.
   */
  private static final class Watch {
    private final GameRecipe recipe;
    private final Stage stage;
    private final int every;
    private final Backend backend;
    private final LongConsumer progress;
    private final List<Moment> moments = new ArrayList<>();
    private Moment open;

    Watch(GameRecipe recipe, Stage stage, int every, Backend backend, LongConsumer progress) {
      this.recipe = recipe;
      this.stage = stage;
      this.every = every;
      this.backend = backend;
      this.progress = progress;
    }

    void stepped(StepReport report, GanTrainer trainer) {
      if (open != null) {
        double sampled = -report.discriminatorLoss();
        moments.add(
            new Moment(open.step, open.value, sampled, open.meanReal, open.meanFake, open.jsd));
        open = null;
      }
      if (report.step() % every == 0) {
        DensityPair pair = stage.against(recipe.generator().density(trainer.generator()));
        open = pair.measurable() ? look(report.step(), pair, trainer) : null;
        progress.accept(report.step());
      }
    }

    private Moment look(long step, DensityPair pair, GanTrainer trainer) {
      CriticFunction critic = new CriticFunction(trainer.discriminator(), backend);
      double[] means = pair.meanProbabilities(critic);
      return new Moment(
          step, pair.value(critic), Double.NaN, means[0], means[1], pair.plottedJsd());
    }
  }

  /**
   * {@return one number of every moment}
   *
   * @param of which number
   */
  double[] series(ToDoubleFunction<Moment> of) {
    return moments.stream().mapToDouble(of).toArray();
  }
}
