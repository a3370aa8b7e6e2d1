package org.gan4j.theory.rows.trained;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.io.plot.Figure;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.InputGradients;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.OriginalMinimax;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.nn.optim.Adam;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** Disjoint supports: with a better discriminator one gradient vanishes and the other does not. */
public final class DisjointSupports implements Row {
  private static final String ID = "disjoint-trained";

  /** Here z ~ U(−1, 1), so that q = U(1, 3). */
  private static final WeightedPoints LATENT =
      WeightedPoints.on(-1, 1, 1, 64, Densities.uniform(-1, 1), Densities.uniform(-1, 1))
          .requireComplete();

  private static final AffineGenerator GENERATOR = new AffineGenerator(2, 1);
  private static final DensityPair PAIR =
      new DensityPair(Densities.uniform(-3, -1), Densities.uniform(1, 3), -3, 3);

  /** M² = E‖∂G/∂(location, scale)‖² = 1 + E z². */
  private static final double REACH = Math.sqrt(1 + 1.0 / 3);

  private final GanLoss minimax;
  private final GanLoss nonSaturating;
  private final CriticRecipe recipe;

  /** Uses the framework's losses, and a discriminator trained for 2 000 steps. */
  public DisjointSupports() {
    this(
        new OriginalMinimax(),
        new NonSaturating(),
        new CriticRecipe(CriticRecipe.network(32), new Adam(1e-2, 0.9, 0.99), 2_000));
  }

  DisjointSupports(GanLoss minimax, GanLoss nonSaturating, CriticRecipe recipe) {
    this.minimax = minimax;
    this.nonSaturating = nonSaturating;
    this.recipe = recipe;
  }

  @Override
  public Statement statement() {
    return Statement.of(ID, "Disjoint supports: which gradient vanishes")
        .claim(
            "If p and q share no point, JSD = log 2 and V(D*) = 0 whatever the distance. As D"
                + " approaches D*, the gradient of the original generator loss vanishes and that of"
                + " the non-saturating one does not.")
        .formula("|∇_θ E_z log(1 − D(G(z)))| ≤ M {ε}/{1 − ε}")
        .source("Arjovsky and Bottou 2017, arXiv:1701.04862, Theorem 2.4.")
        .method(
            "A discriminator between U(−3, −1) and U(1, 3) is trained on quadrature; along the"
                + " way, the norms of both losses' gradients in the generator's location and scale,"
                + " through the tape. ε = sup|D − D*| + sup|D′ − D*′| over both supports, M² ="
                + " E‖J G‖² = 4/3.");
  }

  @Override
  public Evidence check(Setting setting) {
    try (Backend backend = OneThread.open()) {
      Rng rng = setting.rng(ID);
      WeightedPoints points = PAIR.points(3, 64);
      CriticFit fit = new CriticFit(recipe, minimax, points, rng, backend);
      List<Look> looks = new ArrayList<>();
      looks.add(look(0, fit.critic(), points));
      double[] next = {1};
      fit.run(
          step -> {
            if (step >= next[0] || step == recipe.steps()) {
              looks.add(look(step, fit.critic(), points));
              next[0] = step * 1.2;
              setting.reached(step / (double) recipe.steps(), "training D, step " + step);
            }
          });
      return evidence(looks, PAIR.value(fit.critic()));
    }
  }

  /** The state of the discriminator at a step, and the generator's gradients against it. */
  private record Look(int step, double epsilon, double minimax, double nonSaturating) {
    double bound() {
      return epsilon < 1 ? REACH * epsilon / (1 - epsilon) : Double.POSITIVE_INFINITY;
    }
  }

  private Look look(int step, CriticFunction critic, WeightedPoints points) {
    return new Look(
        step,
        distance(critic, points),
        gradientNorm(critic, minimax),
        gradientNorm(critic, nonSaturating));
  }

  /** sup|D − D*| + sup|D′|; D* is constant on each support. */
  private static double distance(CriticFunction critic, WeightedPoints points) {
    double[] x = points.x();
    double[] real = points.real();
    double[] fake = points.fake();
    try (Tape tape = Tape.on(critic.backend())) {
      Var watched = tape.watch(Columns.on(tape, x).value());
      Var d = critic.logits(watched).sigmoid();
      double[] derivatives = InputGradients.of(d, watched).value().toDoubles();
      double[] values = d.value().toDoubles();
      double largest = 0;
      double steepest = 0;
      for (int i = 0; i < x.length; i++) {
        if (real[i] > 0 || fake[i] > 0) {
          largest = Math.max(largest, Math.abs(values[i] - (real[i] > 0 ? 1 : 0)));
          steepest = Math.max(steepest, Math.abs(derivatives[i]));
        }
      }
      return largest + steepest;
    }
  }

  private static double gradientNorm(CriticFunction critic, GanLoss loss) {
    return GeneratorGradient.of(loss, GENERATOR, LATENT, critic::logits, critic.backend()).norm();
  }

  private Evidence evidence(List<Look> looks, double value) {
    Look last = looks.get(looks.size() - 1);
    double first = looks.get(0).minimax();
    double worst =
        looks.stream().mapToDouble(look -> look.minimax() / look.bound()).max().orElseThrow();
    return Evidence.collect()
        .check(Check.equal("JSD(p ‖ q)", PAIR.divergences().jsd().value(), Math.log(2), 1e-12))
        .check(Check.atLeast("V of the trained D", value, -1e-3))
        .check(Check.atMost("minimax gradient, last / first", last.minimax() / first, 1e-2))
        .check(Check.below("ε at the end, so that the bound says something", last.epsilon(), 1))
        .check(Check.atMost("minimax gradient / (M ε/(1 − ε)), largest", worst, 1))
        .check(
            Check.atLeast(
                "non-saturating gradient, last / first",
                last.nonSaturating() / looks.get(0).nonSaturating(),
                1))
        .number("minimax gradient at the end", last.minimax())
        .number("non-saturating gradient at the end", last.nonSaturating())
        .figure(figure(looks))
        .recipe("Discriminator: " + recipe + "; 64 Gauss-Legendre points on each support.")
        .done();
  }

  private static Figure figure(List<Look> looks) {
    List<Look> trained = looks.subList(1, looks.size());
    double[] steps = series(trained, Look::step);
    return Figure.of(
            "Gradient norms of the generator as D improves",
            "On disjoint supports the gradient of the original loss falls towards zero under its"
                + " bound while that of the non-saturating loss stays.",
            "steps of D",
            "norm of the generator's gradient")
        .logX()
        .logY()
        .line("minimax", steps, series(trained, Look::minimax))
        .line("non-saturating", steps, series(trained, Look::nonSaturating))
        .dashed("bound M ε/(1 − ε)", steps, series(trained, Look::bound));
  }

  private static double[] series(List<Look> looks, ToDoubleFunction<Look> of) {
    return looks.stream().mapToDouble(of).toArray();
  }
}
