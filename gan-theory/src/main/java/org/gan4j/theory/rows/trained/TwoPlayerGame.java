package org.gan4j.theory.rows.trained;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.gan4j.core.backend.Backend;
import org.gan4j.losses.OriginalMinimax;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** An alternating run of the minimax game, with V over time. */
public final class TwoPlayerGame implements Row {
  private static final int STEPS = 1_500;
  private static final int LOOKS = 100;

  private final GameRecipe recipe;

  /** Plays an affine generator against two layers of tanh units. */
  public TwoPlayerGame() {
    this(GameRecipe.usual(new OriginalMinimax(), new AffineGenerator(0, 1), STEPS));
  }

  TwoPlayerGame(GameRecipe recipe) {
    this.recipe = recipe;
  }

  @Override
  public Statement statement() {
    return Statement.of("4", "The game of two players")
        .claim(
            "The generator minimises what the discriminator maximises. Played in alternation on"
                + " samples, V stays below the value of an optimal discriminator, and the generator"
                + " reduces that value.")
        .formula("min_G max_D V(D, G) = E_{x∼p} log D(x) + E_z log(1 − D(G(z)))")
        .formula("V(D, G) ≤ 2 JSD(p ‖ q) − log 4")
        .source("Goodfellow et al. 2014, arXiv:1406.2661, Equation 1 and Algorithm 1.")
        .method(
            "One run of GanTrainer. V(D, G) on its batches, as the trainer reports it, against V by"
                + " quadrature of the same networks; and V at each moment against 2 JSD − log 4 of"
                + " the generator's known density.");
  }

  @Override
  public Evidence check(Setting setting) throws IOException {
    try (Backend backend = OneThread.open()) {
      PlayedGame game =
          PlayedGame.play(
              recipe,
              PlayedGame.Stage.ONE_MODE,
              setting.seed(),
              LOOKS,
              backend,
              step -> setting.reached(step / (double) recipe.steps(), "step " + step));
      return evidence(game);
    }
  }

  private Evidence evidence(PlayedGame game) {
    List<PlayedGame.Moment> moments = game.moments();
    double[] residuals =
        moments.stream().mapToDouble(moment -> moment.sampled() - moment.value()).toArray();
    double excess =
        moments.stream()
            .mapToDouble(moment -> moment.value() - moment.largestValue())
            .max()
            .orElseThrow();
    MeanEstimate sample = MeanEstimate.of(residuals);
    PlayedGame.Moment last = moments.get(moments.size() - 1);
    Map<String, PlayedGame> games = Map.of(recipe.loss().name(), game);
    return Evidence.collect()
        .check(
            Check.equal(
                "V on batches − V by quadrature, mean", sample.mean(), 0, 4 * sample.error()))
        .check(Check.atMost("V − (2 JSD − log 4), largest", excess, 0).withTolerance(1e-12))
        .check(Check.atMost("JSD(p ‖ q), last / first", last.jsd() / moments.get(0).jsd(), 0.05))
        .number("V at the end", last.value())
        .number("mean of D over p at the end", last.meanReal())
        .number("mean of D over q at the end", last.meanFake())
        .figure(GameFigures.value(games))
        .figure(GameFigures.probabilities(games))
        .recipe(recipe.sentence())
        .done();
  }
}
