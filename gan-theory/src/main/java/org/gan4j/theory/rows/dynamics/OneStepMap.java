package org.gan4j.theory.rows.dynamics;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.gan4j.io.ReadableNumber;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.OriginalMinimax;
import org.gan4j.losses.penalty.R1;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;
import org.gan4j.train.Alternating;
import org.gan4j.train.Consensus;
import org.gan4j.train.Simultaneous;
import org.gan4j.train.UpdateOrder;

/** The trainer's one-step map near the equilibrium of the Dirac-GAN, against its closed form. */
public final class OneStepMap implements Row {
  private static final double[] RATES = {0.1, 0.5};
  private static final double[] GAMMAS = {0, 0.3, 2};
  private static final double[] CONSENSUS = {0.4, 2};
  private static final double TOLERANCE = 1e-6;

  private final Dynamics dynamics;

  /** Uses the framework's trainer. */
  public OneStepMap() {
    this(Dynamics.ofTrainer());
  }

  OneStepMap(Dynamics dynamics) {
    this.dynamics = dynamics;
  }

  @Override
  public Statement statement() {
    return Statement.of("dirac-map", "One step of the Dirac-GAN")
        .claim(
            "Near its equilibrium, the game of p = δ₀, q = δ_θ and a linear discriminator is a"
                + " rotation. A penalty or consensus turns it into a contraction; without either"
                + " (γ = c = 0) neither order of updates converges linearly.")
        .formula("(θ, ψ) ↦ (I + h A)(θ, ψ), A = [0, ½; −½, −γ]")
        .formula("λ = −{γ}/{2} ± sqrt{{γ^2}/{4} − {1}/{4}}")
        .formula("with consensus (θ, ψ) ↦ (I + h (A − c A^T A))(θ, ψ)")
        .formula("λ = −{c}/{4} ± {i}/{2} at γ = 0")
        .source(
            "Mescheder et al. 2018, arXiv:1801.04406, Lemmas 2.3, 2.4 and 4.1; consensus:"
                + " Mescheder et al. 2017, arXiv:1705.10461, Section 4.")
        .method(
            "Left, the Jacobian of one step of GanTrainer with plain Sgd in FLOAT64, by central"
                + " differences; right, the trace and determinant of I + hA for simultaneous"
                + " updates, and 2 − hγ − h²/4 and 1 − hγ for alternating ones, the discriminator"
                + " first. With consensus both players also descend c½‖v‖², v being their joint"
                + " gradient, and A becomes A − cAᵀA. The maps are compared and not only their"
                + " eigenvalues, since a trainer that does nothing has almost the right ones.");
  }

  @Override
  public Evidence check(Setting setting) throws IOException {
    Evidence.Builder evidence = Evidence.collect();
    for (UpdateOrder order : List.of(new Alternating(), new Simultaneous())) {
      for (double h : RATES) {
        for (double gamma : GAMMAS) {
          compare(evidence, new ClosedFormStep(order, h, gamma));
        }
      }
      setting.reached(order instanceof Alternating ? 0.3 : 0.6, order.name());
    }
    for (double h : RATES) {
      for (double gamma : GAMMAS) {
        for (double c : CONSENSUS) {
          compare(evidence, new ClosedFormStep(new Consensus(c), h, gamma));
        }
      }
    }
    setting.reached(1, "consensus");
    return evidence
        .recipe(
            "Batch 1, differences of width 1e-4 about (θ, ψ) = (0, 0), penalty R1(γ); of the minimax and"
                + " non-saturating results, the one farther from the closed form is shown.")
        .done();
  }

  private void compare(Evidence.Builder evidence, ClosedFormStep theory) throws IOException {
    Linearisation minimax = measured(new OriginalMinimax(), theory);
    Linearisation other = measured(new NonSaturating(), theory);
    String of = description(theory);
    double trace = farther(theory.trace(), minimax.trace(), other.trace());
    double determinant = farther(theory.determinant(), minimax.determinant(), other.determinant());
    evidence
        .check(Check.equal("trace, " + of, trace, theory.trace(), TOLERANCE))
        .check(Check.equal("determinant, " + of, determinant, theory.determinant(), TOLERANCE));
  }

  private Linearisation measured(GanLoss loss, ClosedFormStep theory) throws IOException {
    List<CriticPenalty> penalties = List.of(new R1(theory.gamma()));
    return Linearisation.measured(
        dynamics, new DiracGan(loss, penalties, theory.order(), theory.h()));
  }

  /** The worse of two measurements; NaN is the worst. */
  private static double farther(double from, double one, double other) {
    boolean first = Double.isNaN(one) || Math.abs(one - from) > Math.abs(other - from);
    return first ? one : other;
  }

  private static String description(ClosedFormStep theory) {
    boolean alternates = theory.order() instanceof Alternating;
    return String.format(
            Locale.ROOT,
            "%s, h = %s, γ = %s",
            alternates ? "alternating" : "simultaneous",
            ReadableNumber.of(theory.h(), 3),
            ReadableNumber.of(theory.gamma(), 3))
        + (theory.order() instanceof Consensus consensus
            ? ", c = " + ReadableNumber.of(consensus.gamma(), 3)
            : "");
  }
}
