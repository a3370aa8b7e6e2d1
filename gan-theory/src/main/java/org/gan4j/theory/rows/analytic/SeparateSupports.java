package org.gan4j.theory.rows.analytic;

import java.util.function.DoubleUnaryOperator;
import org.gan4j.io.plot.Figure;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Divergences;
import org.gan4j.losses.divergence.Quadrature;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** Disjoint supports: JSD is log 2, and the minimax gradient vanishes as D improves. */
public final class SeparateSupports implements Row {
  private static final double WIDTH = 0.1;
  private static final Density P = Densities.uniform(0, WIDTH);
  private static final double THETA = 1;
  private static final double CENTRE = (THETA + WIDTH) / 2;
  private static final double[] STEEPNESS = {1, 2, 5, 10, 20, 50, 100, 200};

  private final double shift;
  private final boolean gradientsCount;

  /** Creates the row as the theorem states it. */
  public SeparateSupports() {
    this(THETA, true);
  }

  /** Moves q, and can omit the gradients from the bound. */
  SeparateSupports(double shift, boolean gradientsCount) {
    this.shift = shift;
    this.gradientsCount = gradientsCount;
  }

  @Override
  public Statement statement() {
    return Statement.of("disjoint", "Disjoint supports")
        .claim(
            "If p and q do not overlap, JSD = log 2 and V = 0 wherever q is, so there is no"
                + " gradient. As D improves, the minimax gradient of the generator vanishes; the"
                + " non-saturating one keeps its factor 1 − D. The minimax gradient is bounded by the"
                + " distance of D from D* in values and gradients; in values alone it is not.")
        .formula("JSD(p ‖ q) = log 2, V(D^*, G) = 0")
        .formula(
            "‖∇_θ E_z log(1 − D(G_θ(z)))‖ < M {ε}/{1 − ε}, ε = sup |D − D^*| + sup ‖∇(D − D^*)‖")
        .source(
            "Arjovsky & Bottou 2017, arXiv:1701.04862, Theorem 2.4, here with M = 1; Goodfellow et"
                + " al. 2014, Section 3, last paragraph.")
        .method(
            "p uniform on [0, 0.1], q the same about 1 further; D = σ(−k (x − c)) of growing"
                + " steepness k. Gradients as expectations of derivatives under q, by quadrature;"
                + " the suprema in closed form, at the end of q’s support.");
  }

  @Override
  public Evidence check(Setting setting) {
    Evidence.Builder evidence = Evidence.collect();
    Density q = Densities.uniform(shift, shift + WIDTH);
    Divergences apart = Divergences.between(P, q);
    Density further = Densities.uniform(shift + 0.5, shift + 0.5 + WIDTH);
    evidence
        .check(Check.equal("JSD", apart.jsd().value(), Math.log(2), 1e-13))
        .check(Check.equal("V(D*)", apart.optimalValue().value(), 0, 1e-13))
        .check(
            Check.equal(
                "JSD with q further off",
                Divergences.between(P, further).jsd().value(),
                apart.jsd().value(),
                1e-13))
        .check(Check.equal("KL(p ‖ q)", apart.klPq().value(), Double.POSITIVE_INFINITY, 0));
    gradients(q, evidence);
    return evidence.recipe("Steepness k from 1 to 200, c half way between the supports.").done();
  }

  private void gradients(Density q, Evidence.Builder evidence) {
    int n = STEEPNESS.length;
    double[] minimax = new double[n];
    double[] nonSaturating = new double[n];
    double[] bound = new double[n];
    double excess = Double.NEGATIVE_INFINITY;
    double byValuesAlone = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      double k = STEEPNESS[i];
      minimax[i] = mean(q, x -> k * Discriminators.sigmoid(-k * (x - CENTRE)));
      nonSaturating[i] = mean(q, x -> k * Discriminators.sigmoid(k * (x - CENTRE)));
      double value = Discriminators.sigmoid(-k * (THETA - CENTRE));
      double epsilon = value + (gradientsCount ? k * value * (1 - value) : 0);
      bound[i] = epsilon < 1 ? epsilon / (1 - epsilon) : Double.POSITIVE_INFINITY;
      excess = Math.max(excess, minimax[i] / bound[i]);
      byValuesAlone = Math.max(byValuesAlone, minimax[i] / (value / (1 - value)));
    }
    evidence
        .check(Check.below("minimax gradient at k = 200", minimax[n - 1], 1e-30))
        .check(Check.above("non-saturating gradient at k = 200", nonSaturating[n - 1], 199))
        .check(Check.below("largest minimax gradient over its bound", excess, 1))
        .check(Check.above("the same over the bound from sup |D − D*| alone", byValuesAlone, 2))
        .figure(
            Figure.of(
                    "Gradients of the generator as D improves",
                    "The minimax gradient vanishes below its bound; the non-saturating one grows"
                        + " with the steepness of D.",
                    "steepness k of D",
                    "norm of the gradient")
                .logX()
                .logY()
                .line("minimax", STEEPNESS, minimax)
                .line("non-saturating", STEEPNESS, nonSaturating)
                .dashed("bound on minimax", STEEPNESS, bound));
  }

  private static double mean(Density q, DoubleUnaryOperator f) {
    return Quadrature.over(q).expectation(q, f).value();
  }
}
