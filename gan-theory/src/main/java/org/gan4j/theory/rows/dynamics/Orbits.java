package org.gan4j.theory.rows.dynamics;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.gan4j.io.ReadableNumber;
import org.gan4j.io.plot.Figure;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.OriginalMinimax;
import org.gan4j.losses.Wasserstein;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.WganGp;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;
import org.gan4j.train.Alternating;
import org.gan4j.train.Simultaneous;
import org.gan4j.train.UpdateOrder;

/** Orbits of the trainer in the Dirac-GAN, near the equilibrium and far from it. */
public final class Orbits implements Row {
  private static final double[] RATES = {0.1, 0.5};
  private static final double GAMMA = 0.3;
  private static final int LONG = 10_000;

  private final Dynamics dynamics;

  /** Uses the framework's trainer. */
  public Orbits() {
    this(Dynamics.ofTrainer());
  }

  Orbits(Dynamics dynamics) {
    this.dynamics = dynamics;
  }

  @Override
  public Statement statement() {
    return Statement.of("dirac-orbits", "Orbits of the Dirac-GAN")
        .claim(
            "Simultaneous minimax steps spiral outwards; simultaneous non-saturating steps approach"
                + " a cycle; alternating non-saturating steps converge, but slower than any geometric"
                + " sequence; the penalty R1 makes convergence linear.")
        .formula("{1}/{n} log {r_n}/{r_0} → log |1 + h λ|")
        .formula("r → sqrt{2 h}")
        .formula("r_n^2 ≈ {8}/{h n}")
        .source(
            "Mescheder et al. 2018, arXiv:1801.04406, Section 2 and Figure 2; the cycle's radius"
                + " and the sublinear rate by averaging over a turn.")
        .method(
            "Left, radii of orbits of GanTrainer with plain Sgd in FLOAT64, means of r² over a"
                + " whole turn; right, the closed forms.");
  }

  @Override
  public Evidence check(Setting setting) throws IOException {
    Evidence.Builder evidence = Evidence.collect();
    for (double h : RATES) {
      growth(evidence, h, 0);
      growth(evidence, h, GAMMA);
      cycle(evidence, h, 0.05);
      cycle(evidence, h, 2);
      decay(evidence, h);
      setting.reached(h == RATES[0] ? 0.45 : 0.9, "orbits");
    }
    return evidence
        .figure(portrait())
        .recipe(
            "Growth from radius 0.01 over three turns; cycles after 6 000 steps from radius 0.05"
                + " and 2; decay from radius 3 after 10 000 steps.")
        .done();
  }

  /** The radius grows or shrinks as the eigenvalues predict; γ = 0 means no penalty. */
  private void growth(Evidence.Builder evidence, double h, double gamma) throws IOException {
    ClosedFormStep theory = new ClosedFormStep(new Simultaneous(), h, gamma);
    int steps = (int) Math.round(3 * theory.period());
    DiracGan game = game(new OriginalMinimax(), new Simultaneous(), h, new R1(gamma));
    List<Position> orbit = dynamics.orbit(game, new Position(0.01, 0), steps);
    double measured = Math.log(orbit.get(steps).radius() / orbit.get(0).radius()) / steps;
    String name =
        String.format(
            Locale.ROOT,
            "log-growth a step, simultaneous minimax, h = %s, γ = %s",
            ReadableNumber.of(h, 3),
            ReadableNumber.of(gamma, 3));
    evidence.check(Check.relative(name, measured, theory.logGrowth(), 0.01));
  }

  private void cycle(Evidence.Builder evidence, double h, double start) throws IOException {
    DiracGan game = game(new NonSaturating(), new Simultaneous(), h);
    List<Position> orbit = dynamics.orbit(game, new Position(start, 0), 6_000);
    String name =
        String.format(
            Locale.ROOT,
            "cycle’s radius, non-saturating, h = %s, from %s",
            ReadableNumber.of(h, 3),
            ReadableNumber.of(start, 3));
    double radius = Math.sqrt(lastTurn(orbit, h));
    evidence.check(Check.relative(name, radius, Math.sqrt(2 * h), 0.03));
  }

  private void decay(Evidence.Builder evidence, double h) throws IOException {
    DiracGan game = game(new NonSaturating(), new Alternating(), h);
    List<Position> orbit = dynamics.orbit(game, new Position(3, 0), LONG);
    String name = "r²hn/8 at n = 10⁴, alternating non-saturating, h = " + ReadableNumber.of(h, 3);
    evidence.check(Check.equal(name, lastTurn(orbit, h) * h * LONG / 8, 1, 0.05));
  }

  /** The mean of r² over the last turn: discrete orbits are ellipses, not circles. */
  private static double lastTurn(List<Position> orbit, double h) {
    int turn = (int) Math.round(new ClosedFormStep(new Simultaneous(), h, 0).period());
    return orbit.subList(orbit.size() - turn, orbit.size()).stream()
        .mapToDouble(position -> position.radius() * position.radius())
        .average()
        .orElseThrow();
  }

  private static DiracGan game(
      GanLoss loss, UpdateOrder order, double h, CriticPenalty... penalties) {
    return new DiracGan(loss, List.of(penalties), order, h);
  }

  private Figure portrait() throws IOException {
    UpdateOrder order = new Simultaneous();
    Figure figure =
        Figure.of(
                "Phase portrait of the Dirac-GAN",
                "Simultaneous steps of size 0.1 from (1, 0). Minimax spirals away from the"
                    + " equilibrium (0, 0), non-saturating steps end on a circle about it, WGAN-GP"
                    + " keeps oscillating, and R1 spirals in.",
                "θ, the generator's point",
                "ψ, the discriminator's weight")
            .withSquareUnits();
    figure = drawn(figure, "GAN", game(new OriginalMinimax(), order, 0.1), 500);
    figure = drawn(figure, "non-saturating", game(new NonSaturating(), order, 0.1), 500);
    figure = drawn(figure, "WGAN-GP", game(new Wasserstein(), order, 0.1, new WganGp(1)), 500);
    return drawn(figure, "R1, γ = 0.3", game(new OriginalMinimax(), order, 0.1, new R1(0.3)), 500);
  }

  private Figure drawn(Figure figure, String name, DiracGan game, int steps) throws IOException {
    List<Position> orbit = dynamics.orbit(game, new Position(1, 0), steps);
    return figure.line(
        name,
        orbit.stream().mapToDouble(Position::theta).toArray(),
        orbit.stream().mapToDouble(Position::psi).toArray());
  }
}
