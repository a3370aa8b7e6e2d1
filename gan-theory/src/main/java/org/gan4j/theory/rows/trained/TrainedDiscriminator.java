package org.gan4j.theory.rows.trained;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.io.plot.Figure;
import org.gan4j.losses.OriginalMinimax;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** A network trained against a fixed generator, compared with D*. */
public final class TrainedDiscriminator implements Row {
  private static final String ID = "7-trained";
  private static final int PANELS = 8;
  private static final int ORDER = 32;
  private static final int HELD_OUT = 100_000;
  private static final int[] WIDTHS = {1, 2, 4, 8};

  private final CriticRecipe recipe;
  private final Probability.Optimum optimum;
  private final int trendSteps;

  /** Trains two layers of 32 tanh units for 15 000 steps, and narrower ones for 4 000. */
  public TrainedDiscriminator() {
    this(CriticRecipe.tanh(32, 15_000), Probability.Optimum.PROPOSITION_1, 4_000);
  }

  TrainedDiscriminator(CriticRecipe recipe, Probability.Optimum optimum, int trendSteps) {
    this.recipe = recipe;
    this.optimum = optimum;
    this.trendSteps = trendSteps;
  }

  @Override
  public Statement statement() {
    return Statement.of(ID, "A trained discriminator reaches D*")
        .claim(
            "A network trained with the generator fixed approaches D* = p/(p + q), and its"
                + " value bounds the divergence from below: JSD ≥ (V(D) + log 4)/2.")
        .formula("D^*(x) = {p(x)}/{p(x) + q(x)}")
        .formula("½ (V(D, G) + log 4) ≤ JSD(p ‖ q)")
        .source("Goodfellow et al. 2014, arXiv:1406.2661, Proposition 1.")
        .method(
            "Left, a network trained through the tape on expectations by Gauss-Legendre"
                + " quadrature (samples would be memorised); right, D* from the log densities."
                + " V(D) is measured on eight times as many points, V(D*) by adaptive quadrature,"
                + " and V again on draws that were not used in training.");
  }

  @Override
  public Evidence check(Setting setting) {
    Evidence.Builder evidence = Evidence.collect();
    int seeds = setting.choose(1, 3);
    List<Case> cases = cases();
    try (Backend backend = OneThread.open()) {
      for (int seed = 0; seed < seeds; seed++) {
        for (int i = 0; i < cases.size(); i++) {
          double done = (seed * cases.size() + i) / (seeds * cases.size() + 1.0);
          new Trial(evidence, setting, backend, cases.get(i), seed).run(done);
        }
      }
      trend(evidence, setting, backend, cases.get(1).pair());
    }
    return evidence
        .recipe("Discriminator: " + recipe + "; 8 panels of 32 Gauss-Legendre points, FLOAT64.")
        .done();
  }

  private record Case(String name, DensityPair pair) {}

  private static List<Case> cases() {
    Density unit = Densities.normal(0, 1);
    Density mixture =
        Densities.mixture(
            new double[] {0.3, 0.4, 0.3},
            Densities.normal(-2, 0.5),
            Densities.normal(0.5, 0.3),
            Densities.normal(3, 0.7));
    return List.of(
        new Case("normal", new DensityPair(unit, Densities.normal(1.5, 0.8), -8, 8)),
        new Case("mixture", new DensityPair(mixture, unit, -8, 8)));
  }

  /** One training run and its measurements. */
  private final class Trial {
    private final Evidence.Builder evidence;
    private final Setting setting;
    private final Backend backend;
    private final Case what;
    private final DensityPair pair;
    private final String name;
    private final int seed;

    Trial(Evidence.Builder evidence, Setting setting, Backend backend, Case what, int seed) {
      this.evidence = evidence;
      this.setting = setting;
      this.backend = backend;
      this.what = what;
      this.pair = what.pair();
      this.name = what.name() + ", run " + (seed + 1);
      this.seed = seed;
    }

    void run(double done) {
      Rng rng = setting.rng(ID).child(name);
      CriticFunction critic =
          new CriticFit(recipe, new OriginalMinimax(), pair.points(PANELS, ORDER), rng, backend)
              .run(step -> report(setting, done, step));
      Probability best = optimum.between(pair.p(), pair.q());
      double value = pair.value(critic);
      double gap = pair.divergences().optimalValue().value() - value;
      MeanEstimate sampled = pair.sampledValue(critic, HELD_OUT, rng.stream("held out").at(0));
      evidence
          .check(
              Check.atMost(
                  "sup |D − D*| where m ≥ 1e-3, " + name,
                  pair.largestDistance(critic, best, 1e-3),
                  0.005))
          .check(Check.atMost("∫ m|D − D*|, " + name, pair.meanDistance(critic, best), 5e-4))
          .check(Check.atMost("V(D*) − V(D), " + name, gap, 2e-6))
          .check(Check.atLeast("V(D*) − V(D), " + name, gap, 0).withTolerance(1e-12))
          .check(
              Check.equal(
                  "V on held-out draws, " + name, sampled.mean(), value, 4 * sampled.error()));
      if (seed == 0) {
        evidence.figure(figure(critic, best));
      }
    }

    private Figure figure(CriticFunction critic, Probability best) {
      double[] x = pair.visible();
      double[] optimal = Arrays.stream(x).map(best::at).toArray();
      return Figure.of(
              "A trained discriminator and D*, " + what.name(),
              "The trained network agrees with D* wherever a density has mass, and differs only in"
                  + " the far tails, where there is nothing to learn from.",
              "x",
              "probability of real")
          .line("trained D", x, critic.probabilities(x))
          .dashed("D* = p/(p + q)", x, optimal);
    }
  }

  private void report(Setting setting, double done, int step) {
    if (step % 500 == 0) {
      setting.reached(done, "training D, step " + step);
    }
  }

  /** The bounds from discriminators of increasing capacity, during training. */
  private void trend(
      Evidence.Builder evidence, Setting setting, Backend backend, DensityPair pair) {
    double jsd = pair.divergences().jsd().value();
    double largest = Double.NEGATIVE_INFINITY;
    Figure figure =
        Figure.of(
                "Lower bounds on the JSD, by capacity and steps",
                "(V(D) + log 4)/2 rises with training and with the width of the network towards"
                    + " the JSD of the mixture against N(0, 1), and never passes it.",
                "steps",
                "(V(D) + log 4)/2 in nats")
            .logX();
    for (int width : WIDTHS) {
      Curve curve = new Curve(pair, trendSteps);
      Rng rng = setting.rng(ID).child("width " + width);
      CriticRecipe small = CriticRecipe.tanh(width, curve.steps());
      CriticFit fit =
          new CriticFit(small, new OriginalMinimax(), pair.points(PANELS, ORDER), rng, backend);
      fit.run(step -> curve.look(step, fit.critic()));
      setting.reached(0.95, "training D of width " + width);
      largest = Math.max(largest, curve.largest());
      evidence.number("bound on JSD, width " + width, curve.last());
      figure = figure.line("width " + width, curve.x(), curve.y());
    }
    evidence
        .check(Check.atMost("largest lower bound on the JSD", largest, jsd).withTolerance(1e-12))
        .figure(figure.dashed("JSD", new double[] {1, trendSteps}, new double[] {jsd, jsd}));
  }

  /** The bound at logarithmically spaced steps. */
  private static final class Curve {
    private final DensityPair pair;
    private final int steps;
    private final List<double[]> points = new ArrayList<>();
    private double next = 1;

    Curve(DensityPair pair, int steps) {
      this.pair = pair;
      this.steps = steps;
    }

    int steps() {
      return steps;
    }

    void look(int step, CriticFunction critic) {
      if (step >= next || step == steps) {
        points.add(new double[] {step, (pair.value(critic) + Math.log(4)) / 2});
        next = step * 1.15;
      }
    }

    double[] x() {
      return points.stream().mapToDouble(point -> point[0]).toArray();
    }

    double[] y() {
      return points.stream().mapToDouble(point -> point[1]).toArray();
    }

    double last() {
      return points.get(points.size() - 1)[1];
    }

    double largest() {
      return points.stream().mapToDouble(point -> point[1]).max().orElseThrow();
    }
  }
}
