package org.gan4j.theory.rows.trained;

import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.io.ReadableNumber;
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

/** What a generator step descends if the discriminator is frozen at its optimum. */
public final class GeneratorDescent implements Row {
  private static final double TOLERANCE = 1e-7;
  private static final NormalMixture DATA =
      new NormalMixture(
          List.of(new NormalMixture.Part(0.3, -1, 0.6), new NormalMixture.Part(0.7, 1.5, 0.9)));
  private static final List<AffineGenerator> GENERATORS =
      List.of(
          new AffineGenerator(0, 1), new AffineGenerator(2.5, 0.7), new AffineGenerator(-1, 1.8));

  private static final WeightedPoints LATENT =
      WeightedPoints.on(-12, 12, 48, 16, normal(0, 1), normal(0, 1)).requireComplete();

  private final GanLoss minimax;
  private final GanLoss nonSaturating;
  private final BinaryOperator<Var> logit;

  /** Uses the framework's losses, and log p − log q as the optimal logit. */
  public GeneratorDescent() {
    this(new OriginalMinimax(), new NonSaturating(), Var::subtract);
  }

  GeneratorDescent(GanLoss minimax, GanLoss nonSaturating, BinaryOperator<Var> logit) {
    this.minimax = minimax;
    this.nonSaturating = nonSaturating;
    this.logit = logit;
  }

  @Override
  public Statement statement() {
    return Statement.of("13-tape", "What the generator's gradient descends")
        .claim(
            "With D* frozen, the original generator loss has the gradient of 2 JSD(p ‖ q), and the"
                + " non-saturating one that of 2 KL(m ‖ p) = KL(q ‖ p) − 2 JSD + const: another"
                + " divergence.")
        .formula("∇_θ E_z log(1 − D^*(G(z; θ))) = ∇_θ 2 JSD(p ‖ q_θ)")
        .formula("∇_θ E_z [−log D^*(G(z; θ))] = ∇_θ 2 KL(m ‖ p)")
        .source(
            "Goodfellow et al. 2014, arXiv:1406.2661, Section 4; Arjovsky and Bottou 2017,"
                + " arXiv:1701.04862, Theorem 2.5.")
        .method(
            "Left, reverse mode through generator, logit and the framework's loss, with"
                + " expectations over z by Gauss-Legendre quadrature; right, sixth-order"
                + " differences of the divergences, each integrated on its own.");
  }

  @Override
  public Evidence check(Setting setting) {
    Evidence.Builder evidence = Evidence.collect();
    try (Backend backend = OneThread.open()) {
      for (int i = 0; i < GENERATORS.size(); i++) {
        AffineGenerator generator = GENERATORS.get(i);
        compare(evidence, backend, "minimax", minimax, generator, GeneratorDescent::twiceJsd);
        compare(
            evidence,
            backend,
            "non-saturating",
            nonSaturating,
            generator,
            GeneratorDescent::twiceKlOfMiddle);
        setting.reached((i + 1.0) / GENERATORS.size(), "gradients");
      }
    }
    return evidence
        .recipe("p = 0.3 N(−1, 0.6²) + 0.7 N(1.5, 0.9²); G(z) = location + scale · z.")
        .done();
  }

  private static double twiceJsd(Density q) {
    return 2 * Divergences.between(DATA.density(), q).jsd().value();
  }

  private static double twiceKlOfMiddle(Density q) {
    Density p = DATA.density();
    Density middle = Densities.mixture(new double[] {0.5, 0.5}, p, q);
    return 2 * Divergences.between(middle, p).klPq().value();
  }

  private void compare(
      Evidence.Builder evidence,
      Backend backend,
      String name,
      GanLoss loss,
      AffineGenerator at,
      ToDoubleFunction<Density> divergence) {
    GeneratorGradient taped = frozenGradient(backend, loss, at);
    double byLocation =
        Differences.derivative(
            shift -> divergence.applyAsDouble(normal(at.location() + shift, at.scale())));
    double byScale =
        Differences.derivative(
            shift -> divergence.applyAsDouble(normal(at.location(), at.scale() + shift)));
    String where =
        String.format(
            Locale.ROOT,
            ", %s, at N(%s, %s²)",
            name,
            ReadableNumber.of(at.location(), 3),
            ReadableNumber.of(at.scale(), 3));
    evidence
        .check(Check.relative("by the location" + where, taped.byLocation(), byLocation, TOLERANCE))
        .check(Check.relative("by the scale" + where, taped.byScale(), byScale, TOLERANCE));
  }

  private static Density normal(double mean, double sd) {
    return Densities.normal(mean, sd);
  }

  /** D* is a function of x only: its dependence on the generator is not differentiated. */
  private GeneratorGradient frozenGradient(Backend backend, GanLoss loss, AffineGenerator at) {
    NormalMixture frozen = NormalMixture.normal(at.location(), at.scale());
    return GeneratorGradient.of(
        loss, at, LATENT, x -> logit.apply(DATA.logDensity(x), frozen.logDensity(x)), backend);
  }
}
