package org.gan4j.theory.rows.analytic;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Divergences;
import org.gan4j.losses.divergence.OptimalDiscriminator;
import org.gan4j.losses.divergence.Quadrature;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** Row 13: what the generator descends against a frozen, optimal discriminator. */
public final class DescendedDivergence implements Row {
  private static final double TOLERANCE = 1e-7;
  private static final double STEP = 0.04;

  private final DoubleUnaryOperator minimax;
  private final DoubleUnaryOperator nonSaturating;

  /** Creates the row as the theorem states it. */
  public DescendedDivergence() {
    this(logit -> -Discriminators.softplus(logit), logit -> Discriminators.softplus(-logit));
  }

  /** Uses other generator losses, as functions of the logit. */
  DescendedDivergence(DoubleUnaryOperator minimax, DoubleUnaryOperator nonSaturating) {
    this.minimax = minimax;
    this.nonSaturating = nonSaturating;
  }

  /** q as a function of one parameter, and the point at which it is differentiated. */
  private record Family(String name, Density p, DoubleFunction<Density> q, double at) {}

  @Override
  public Statement statement() {
    return Statement.of("13", "What the generator descends")
        .claim(
            "With D* frozen, the gradient of the minimax loss is that of 2 JSD, and the gradient of"
                + " the non-saturating loss is that of 2 KL(m ‖ p): another divergence.")
        .formula("∇_θ E_{q_θ} log(1 − D^*(x)) = ∇_θ 2 JSD(p ‖ q_θ)")
        .formula("∇_θ E_{q_θ} [−log D^*(x)] = ∇_θ 2 KL(m ‖ p) = ∇_θ [KL(q_θ ‖ p) − 2 JSD(p ‖ q_θ)]")
        .source(
            "Goodfellow et al. 2014, Section 4.2; Arjovsky & Bottou 2017, arXiv:1701.04862,"
                + " Theorem 2.5.")
        .method(
            "Left sides: extrapolated differences of the expectation under q_θ of the loss against"
                + " a frozen D*. Right sides: differences of the divergences, which are computed from"
                + " log densities without D*. Means and scales of normal distributions and mixtures.");
  }

  @Override
  public Evidence check(Setting setting) {
    Evidence.Builder evidence = Evidence.collect();
    for (Family family : families()) {
      Density p = family.p();
      check(evidence, family, "minimax: 2 JSD", minimax, q -> 2 * jsd(p, q));
      check(evidence, family, "non-saturating: 2 KL(m ‖ p)", nonSaturating, q -> 2 * klFromM(p, q));
      check(
          evidence,
          family,
          "non-saturating: KL(q ‖ p) − 2 JSD",
          nonSaturating,
          q -> Divergences.between(q, p).klPq().value() - 2 * jsd(p, q));
    }
    return evidence.recipe("Steps 0.04, 0.02 and 0.01 both ways, extrapolated twice.").done();
  }

  private static List<Family> families() {
    Density normal = Densities.normal(0, 1);
    Density modes =
        Densities.mixture(
            new double[] {0.5, 0.5}, Densities.normal(-1, 0.6), Densities.normal(1, 0.6));
    return List.of(
        new Family("mean of N(θ, 0.8²) at 1.5", normal, t -> Densities.normal(t, 0.8), 1.5),
        new Family("log scale of N(0.5, exp 2θ) at 0.3", normal, DescendedDivergence::scaled, 0.3),
        new Family("mean, p of two modes, at 0.7", modes, t -> Densities.normal(t, 0.8), 0.7),
        new Family("log scale, p of two modes, at 0.3", modes, DescendedDivergence::scaled, 0.3));
  }

  private static Density scaled(double logScale) {
    return Densities.normal(0.5, Math.exp(logScale));
  }

  private static double jsd(Density p, Density q) {
    return Divergences.between(p, q).jsd().value();
  }

  private static double klFromM(Density p, Density q) {
    Density m = Densities.mixture(new double[] {0.5, 0.5}, p, q);
    return Divergences.between(m, p).klPq().value();
  }

  private static void check(
      Evidence.Builder evidence,
      Family family,
      String name,
      DoubleUnaryOperator loss,
      ToDoubleFunction<Density> divergence) {
    OptimalDiscriminator frozen =
        OptimalDiscriminator.of(family.p(), family.q().apply(family.at()));
    double descended =
        Derivative.of(
            theta -> {
              Density q = family.q().apply(theta);
              return Quadrature.over(family.p(), q)
                  .expectation(q, x -> loss.applyAsDouble(frozen.logit(x)))
                  .value();
            },
            family.at(),
            STEP);
    double claimed =
        Derivative.of(
            theta -> divergence.applyAsDouble(family.q().apply(theta)), family.at(), STEP);
    evidence.check(Check.relative(name + ": " + family.name(), descended, claimed, TOLERANCE));
  }
}
