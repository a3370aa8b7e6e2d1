package org.gan4j.theory.rows.trained;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.gan4j.core.backend.Backend;
import org.gan4j.io.plot.Figure;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.OriginalMinimax;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Divergences;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;
import org.gan4j.train.GanTrainer;

/** If the model cannot match the data, a GAN and maximum likelihood choose different fits. */
public final class GanFit implements Row {
  private static final double NEAR = 0.05;
  private static final double NEARER = 0.5;
  private static final Density DATA =
      Densities.mixture(
          new double[] {0.7, 0.3}, Densities.normal(-0.5, 0.6), Densities.normal(2, 1));

  /** Of all normal distributions, the one of equal mean and variance minimises KL(p ‖ q). */
  private static final Fit MAXIMUM_LIKELIHOOD = new Fit(0.25, Math.sqrt(1.8645));

  private final GanLoss minimax;
  private final GanLoss nonSaturating;
  private final int steps;

  /** Plays the framework's two original losses for 4 000 steps. */
  public GanFit() {
    this(new OriginalMinimax(), new NonSaturating(), 4_000);
  }

  GanFit(GanLoss minimax, GanLoss nonSaturating, int steps) {
    this.minimax = minimax;
    this.nonSaturating = nonSaturating;
    this.steps = steps;
  }

  @Override
  public Statement statement() {
    return Statement.of("5-gan", "A GAN’s fit next to maximum likelihood")
        .claim(
            "A normal model cannot match a skewed mixture. Maximum likelihood takes the mean and"
                + " variance of the data; the minimax game converges to the minimum of JSD, and the"
                + " non-saturating one to that of KL(m ‖ p).")
        .formula("argmin_θ KL(p ‖ q_θ) ≠ argmin_θ JSD(p ‖ q_θ)")
        .source(
            "Goodfellow et al. 2014, Theorem 1; Arjovsky & Bottou 2017, arXiv:1701.04862, Theorem"
                + " 2.5, for the non-saturating loss.")
        .method(
            "The generator’s location and scale after a game through GanTrainer, against the"
                + " minimum of the divergence by a Nelder-Mead search over integrals.");
  }

  private record Fit(double location, double scale) {
    double distance(Fit other) {
      return Math.hypot(location - other.location, scale - other.scale);
    }

    Density density() {
      return Densities.normal(location, scale);
    }
  }

  @Override
  public Evidence check(Setting setting) throws IOException {
    Fit leastJsd = least(q -> Divergences.between(DATA, q).jsd().value());
    Fit leastKl = least(GanFit::klOfMiddle);
    setting.reached(0.1, "minima found");
    Fit first = played(minimax, setting);
    setting.reached(0.5, "minimax played");
    Fit second = played(nonSaturating, setting);
    Evidence.Builder evidence = Evidence.collect();
    compare(evidence, "minimax", first, leastJsd);
    compare(evidence, "non-saturating", second, leastKl);
    return evidence
        .number("location of maximum likelihood", MAXIMUM_LIKELIHOOD.location())
        .number("scale of maximum likelihood", MAXIMUM_LIKELIHOOD.scale())
        .figure(figure(first, second))
        .recipe(recipe(minimax).sentence())
        .done();
  }

  private static double klOfMiddle(Density q) {
    Density middle = Densities.mixture(new double[] {0.5, 0.5}, DATA, q);
    return Divergences.between(middle, DATA).klPq().value();
  }

  private static Fit least(ToDoubleFunction<Density> divergence) {
    double[] best =
        new SimplexOptimizer(1e-10, 1e-12)
            .optimize(
                GoalType.MINIMIZE,
                new MaxEval(1_000),
                new InitialGuess(new double[] {0, 0}),
                new NelderMeadSimplex(2, 0.2),
                new ObjectiveFunction(
                    at -> divergence.applyAsDouble(Densities.normal(at[0], Math.exp(at[1])))))
            .getPoint();
    return new Fit(best[0], Math.exp(best[1]));
  }

  private GameRecipe recipe(GanLoss loss) {
    return GameRecipe.usual(loss, new AffineGenerator(0, 1), steps)
        .against(CriticRecipe.network(16, 1), GameRecipe.adam(1e-2));
  }

  private Fit played(GanLoss loss, Setting setting) throws IOException {
    try (Backend backend = OneThread.open()) {
      GanTrainer trainer = GanTrainer.open(recipe(loss).config(DATA, setting.seed()), backend);
      trainer.train(List.of());
      double[] parameters = AffineGenerator.locationAndScale(trainer.samplingGenerator());
      return new Fit(parameters[0], parameters[1]);
    }
  }

  private static void compare(Evidence.Builder evidence, String name, Fit fit, Fit least) {
    evidence
        .check(Check.equal("location, " + name, fit.location(), least.location(), NEAR))
        .check(Check.equal("scale, " + name, fit.scale(), least.scale(), NEAR))
        .check(
            Check.atMost(
                "distance from its minimum / from maximum likelihood, " + name,
                fit.distance(least) / fit.distance(MAXIMUM_LIKELIHOOD),
                NEARER));
  }

  private static double[] densities(Density of, double[] x) {
    return Arrays.stream(x).map(of::density).toArray();
  }

  private static Figure figure(Fit first, Fit second) {
    double[] x = new DensityPair(DATA, DATA, -8, 10).visible();
    return Figure.of(
            "Three fits of a normal model to a skewed mixture",
            "Maximum likelihood spreads to cover both modes; the fits of the games stay closer to"
                + " the larger one.",
            "x",
            "density")
        .dashed("p, the data", x, densities(DATA, x))
        .line("maximum likelihood", x, densities(MAXIMUM_LIKELIHOOD.density(), x))
        .line("minimax", x, densities(first.density(), x))
        .line("non-saturating", x, densities(second.density(), x));
  }
}
