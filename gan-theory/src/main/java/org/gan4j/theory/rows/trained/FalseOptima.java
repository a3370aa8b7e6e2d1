package org.gan4j.theory.rows.trained;

import java.io.IOException;
import java.util.List;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.io.plot.Figure;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.nn.Dense;
import org.gan4j.nn.optim.AdamW;
import org.gan4j.nn.optim.Constant;
import org.gan4j.nn.optim.Cosine;
import org.gan4j.nn.optim.Sgd;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** Games that end at V = −log 4 and D = ½ with q far from p, and a probe that detects it. */
public final class FalseOptima implements Row {
  private static final String ID = "12-false";

  /** How close to the optimum a game must look. */
  private static final double LOOKS_OPTIMAL = 1e-4;

  /** How far above −log 4 the value of a probe must be to refute it. */
  private static final double REFUTED = 1e-2;

  private static final int LOOKS = 25;
  private final CriticRecipe probe;
  private final int steps;

  /** Plays 1 500 steps; the probe has two layers of 32 tanh units. */
  public FalseOptima() {
    this(CriticRecipe.tanh(32, 1_500), 1_500);
  }

  FalseOptima(CriticRecipe probe, int steps) {
    this.probe = probe;
    this.steps = steps;
  }

  @Override
  public Statement statement() {
    return Statement.of(ID, "V = −log 4 does not mean q = p")
        .claim(
            "A discriminator that is too weak, or that collapsed in training, brings V to −log 4"
                + " and D to 1/2 while q is far from p. The value of the game does not show it; a"
                + " new discriminator does.")
        .formula("V(D, G) = −log 4, V(D_{probe}, G) > −log 4")
        .source("The converse that Theorem 1 of Goodfellow et al. 2014 does not state.")
        .method(
            "Two games through GanTrainer: a linear discriminator, which only sees means, and one"
                + " whose weights decay faster than they learn. V of the game's own discriminator"
                + " and of a probe, both by quadrature; the verdict uses these two numbers and"
                + " nothing else. As a control, the probe finds nothing where q = p.");
  }

  private record Case(String name, GameRecipe recipe, PlayedGame.Stage stage) {}

  private List<Case> cases() {
    NonSaturating loss = new NonSaturating();
    Sgd descent = new Sgd(0.1, 0, new Cosine(0));
    GameRecipe linear =
        GameRecipe.usual(loss, new AffineGenerator(0.5, 0.5), steps)
            .learningBy(descent)
            .against(new Dense(1, Activation.IDENTITY), descent);
    GameRecipe collapsed =
        GameRecipe.usual(loss, new AffineGenerator(0, 1), steps / 3)
            .learningBy(new Sgd(1e-2))
            .against(
                CriticRecipe.network(32), new AdamW(3e-3, 0.5, 0.999, 1e-8, 300, new Constant()));
    PlayedGame.Stage oneMode = new PlayedGame.Stage(Densities.normal(2, 0.7), -12, 12);
    return List.of(
        new Case("linear D", linear, PlayedGame.Stage.TWO_MODES),
        new Case("collapsed D", collapsed, oneMode));
  }

  @Override
  public Evidence check(Setting setting) throws IOException {
    Evidence.Builder evidence = Evidence.collect();
    List<Case> cases = cases();
    for (int i = 0; i < cases.size(); i++) {
      try (Backend backend = OneThread.open()) {
        flag(evidence, setting, cases.get(i), i / (double) cases.size(), backend);
      }
    }
    control(evidence, setting);
    return evidence.recipe("Probe: " + probe + ".").done();
  }

  private void flag(
      Evidence.Builder evidence, Setting setting, Case which, double done, Backend backend)
      throws IOException {
    String name = which.name();
    PlayedGame game =
        PlayedGame.play(
            which.recipe(),
            which.stage(),
            setting.seed(),
            LOOKS,
            backend,
            step -> setting.reached(done, name + ", step " + step));
    DensityPair pair = which.stage().against(game.density());
    double value = pair.value(game.critic()) + Math.log(4);
    Rng rng = setting.rng(ID).child(name);
    TrainedProbe fresh = TrainedProbe.of(probe, pair, rng, backend);
    evidence
        .check(Check.equal("V(game) + log 4, " + name, value, 0, LOOKS_OPTIMAL))
        .check(Check.atLeast("V(probe) + log 4, " + name, fresh.value() + Math.log(4), REFUTED))
        .check(Check.atLeast("V(D*) − V(probe), " + name, fresh.gap(), 0).withTolerance(1e-12))
        .number(
            "sup |D − 1/2| of the game where m ≥ 1e-2, " + name,
            pair.largestDistance(game.critic(), x -> 0.5, 1e-2))
        .number("JSD(p ‖ q), " + name, pair.divergences().jsd().value())
        .figure(figure(name, pair, game.critic(), fresh.critic()))
        .recipe(name + ": " + which.recipe().sentence());
  }

  private void control(Evidence.Builder evidence, Setting setting) {
    DensityPair same = new DensityPair(Densities.normal(0, 1), Densities.normal(0, 1), -12, 12);
    try (Backend backend = OneThread.open()) {
      TrainedProbe fresh = TrainedProbe.of(probe, same, setting.rng(ID).child("control"), backend);
      evidence.check(
          Check.equal("V(probe) + log 4 where q = p", fresh.value() + Math.log(4), 0, 1e-6));
    }
  }

  private static Figure figure(
      String name, DensityPair pair, CriticFunction game, CriticFunction fresh) {
    double[] x = pair.visible();
    return Figure.of(
            "A false optimum, " + name,
            "The discriminator of the game is one half wherever there is mass; the probe trained"
                + " against the same generator is not.",
            "x",
            "probability of real")
        .line("D of the game", x, game.probabilities(x))
        .line("probe", x, fresh.probabilities(x));
  }
}
