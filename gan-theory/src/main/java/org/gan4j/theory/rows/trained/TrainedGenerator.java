package org.gan4j.theory.rows.trained;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.io.plot.Figure;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.OriginalMinimax;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** A generator trained on samples by the framework's trainer reaches q = p, and a probe agrees. */
public final class TrainedGenerator implements Row {
  private static final int LOOKS = 60;
  private static final double PROBE_GAP = 1e-5;

  /** The goal of a kind of generator; against an affine one the probe itself must be ½. */
  private record Goal(
      String id,
      String title,
      String closedForm,
      PlayedGame.Stage stage,
      double jsd,
      boolean affine) {}

  private static final Goal AFFINE =
      new Goal(
          "12",
          "At the optimum q = p and D = 1/2",
          "as a normal density",
          PlayedGame.Stage.ONE_MODE,
          1e-5,
          true);
  private static final Goal MONOTONE =
      new Goal(
          "12-monotone",
          "The optimum of a nonlinear generator",
          "by change of variables",
          PlayedGame.Stage.TWO_MODES,
          1e-3,
          false);

  private final Goal goal;
  private final List<GameRecipe> recipes;
  private final CriticRecipe probe;

  private TrainedGenerator(Goal goal, List<GameRecipe> recipes, CriticRecipe probe) {
    this.goal = goal;
    this.recipes = List.copyOf(recipes);
    this.probe = probe;
  }

  /** {@return the row of an affine generator on N(2, 0.7²)} */
  public static TrainedGenerator affine() {
    return affine(bothLosses(TrainedGenerator::affineRecipe), TrainedProbe.RECIPE);
  }

  static TrainedGenerator affine(List<GameRecipe> recipes, CriticRecipe probe) {
    return new TrainedGenerator(AFFINE, recipes, probe);
  }

  /** {@return the row of a monotone generator on ½N(−1, 0.6²) + ½N(1, 0.6²)} */
  public static TrainedGenerator monotone() {
    return monotone(bothLosses(TrainedGenerator::monotoneRecipe), TrainedProbe.FINE);
  }

  static TrainedGenerator monotone(List<GameRecipe> recipes, CriticRecipe probe) {
    return new TrainedGenerator(MONOTONE, recipes, probe);
  }

  static GameRecipe affineRecipe(GanLoss loss) {
    return GameRecipe.usual(loss, new AffineGenerator(0, 1), 6_000);
  }

  /** The finer structure of two modes needs a discriminator that learns faster. */
  static GameRecipe monotoneRecipe(GanLoss loss) {
    return GameRecipe.usual(loss, new MonotoneGenerator(), 4_000)
        .against(CriticRecipe.network(16, 2), GameRecipe.adam(1e-2));
  }

  private static List<GameRecipe> bothLosses(Function<GanLoss, GameRecipe> recipe) {
    return List.of(recipe.apply(new OriginalMinimax()), recipe.apply(new NonSaturating()));
  }

  @Override
  public Statement statement() {
    return Statement.of(goal.id(), goal.title())
        .claim(
            "Trained on samples alone, with either loss, the distribution of the generator becomes"
                + " that of the data, and a new discriminator does no better than chance.")
        .formula("q^* = p, D^* = ½, V(D^*, G^*) = −log 4")
        .source("Goodfellow et al. 2014, arXiv:1406.2661, Theorem 1.")
        .method(
            "GanTrainer learns from batches of samples. The result is measured by quadrature:"
                + " q is known in closed form "
                + goal.closedForm()
                + ", and JSD(p ‖ q) is integrated. Then G is frozen and a new probe is trained by"
                + " quadrature. V and D of the game itself are shown for information only.");
  }

  @Override
  public Evidence check(Setting setting) throws IOException {
    Evidence.Builder evidence = Evidence.collect();
    Plots plots = new Plots();
    int seeds = setting.choose(1, 5);
    for (int i = 0; i < recipes.size(); i++) {
      evidence.recipe(recipes.get(i).loss().name() + ": " + recipes.get(i).sentence());
      for (int seed = 0; seed < seeds; seed++) {
        double done = (i * seeds + seed) / (double) (recipes.size() * seeds);
        try (Backend backend = OneThread.open()) {
          new Trial(evidence, plots, setting, recipes.get(i), seed, backend).run(done);
        }
      }
    }
    return plots.into(evidence).recipe("Probe: " + probe + ".").done();
  }

  /** One game with its checks and its probe. */
  private final class Trial {
    private final Evidence.Builder evidence;
    private final Plots plots;
    private final Setting setting;
    private final GameRecipe recipe;
    private final int seed;
    private final Backend backend;
    private final String name;

    Trial(
        Evidence.Builder evidence,
        Plots plots,
        Setting setting,
        GameRecipe recipe,
        int seed,
        Backend backend) {
      this.evidence = evidence;
      this.plots = plots;
      this.setting = setting;
      this.recipe = recipe;
      this.seed = seed;
      this.backend = backend;
      this.name = recipe.loss().name() + ", run " + (seed + 1);
    }

    void run(double done) throws IOException {
      PlayedGame game =
          PlayedGame.play(
              recipe,
              goal.stage(),
              setting.seed() + seed,
              LOOKS,
              backend,
              step -> setting.reached(done, name + ", step " + step));
      DensityPair pair = goal.stage().against(game.density());
      double value = pair.value(game.critic());
      evidence
          .check(Check.atMost("JSD(p ‖ q), " + name, pair.divergences().jsd().value(), goal.jsd()))
          .number("V of the game at its end, " + name, value)
          .number("V of the game + log 4, " + name, value + Math.log(4));
      probe(pair);
      if (seed == 0) {
        plots.add(recipe.loss().name(), game, pair);
      }
    }

    private void probe(DensityPair pair) {
      Rng rng = setting.rng(goal.id()).child("probe " + name);
      TrainedProbe fresh = TrainedProbe.of(probe, pair, rng, backend);
      evidence
          .check(Check.atMost("V(D*) − V(probe), " + name, fresh.gap(), PROBE_GAP))
          .check(Check.atLeast("V(D*) − V(probe), " + name, fresh.gap(), 0).withTolerance(1e-12))
          .number("V(probe) + log 4, " + name, fresh.value() + Math.log(4));
      double distance = pair.largestDistance(fresh.critic(), x -> 0.5, 1e-2);
      String what = "sup |probe − 1/2| where m ≥ 1e-2, " + name;
      if (goal.affine()) {
        evidence.check(Check.atMost(what, distance, 0.02));
      } else {
        evidence.number(what, distance);
      }
    }
  }

  /** The first games of all losses in each plot. */
  private static final class Plots {
    private final Map<String, PlayedGame> games = new LinkedHashMap<>();
    private Figure densities =
        Figure.of(
            "What the generator learned",
            "The density of each trained generator agrees with that of the data.",
            "x",
            "density");
    private double[] x;
    private double[] data;

    void add(String loss, PlayedGame game, DensityPair pair) {
      games.put(loss, game);
      x = pair.visible();
      data = values(x, pair.p()::density);
      densities = densities.line("q, " + loss, x, values(x, pair.q()::density));
    }

    Evidence.Builder into(Evidence.Builder evidence) {
      return evidence
          .figure(GameFigures.value(games))
          .figure(GameFigures.probabilities(games))
          .figure(GameFigures.jsd(games))
          .figure(densities.dashed("p, the data", x, data));
    }
  }

  private static double[] values(double[] x, DoubleUnaryOperator f) {
    return Arrays.stream(x).map(f).toArray();
  }
}
