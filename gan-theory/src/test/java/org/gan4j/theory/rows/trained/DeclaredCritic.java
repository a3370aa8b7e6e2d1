package org.gan4j.theory.rows.trained;

import java.util.function.DoubleUnaryOperator;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.WeightedScores;
import org.gan4j.losses.divergence.OptimalDiscriminator;
import org.gan4j.losses.divergence.Quadrature;
import org.gan4j.losses.theory.Divergence;
import org.gan4j.losses.theory.LogRatio;
import org.gan4j.losses.theory.Range;
import org.gan4j.losses.theory.Theory;

/**
 * The optimal critic that a loss declares, and the distance of a trained critic from it, by
 * adaptive quadrature over the line.
 */
final class DeclaredCritic {
  /** Points for a critic in a double integral over all pairs, different from those for training. */
  private static final int PANELS = 31;

  private static final int ORDER = 11;
  private static final double FAR = 60;
  private static final double VISIBLE = 1e-2;

  private final GanLoss loss;
  private final Theory theory;
  private final DensityPair pair;
  private final Quadrature quadrature;
  private final OptimalDiscriminator best;

  DeclaredCritic(GanLoss loss, DensityPair pair) {
    this.loss = loss;
    this.theory = loss.theory().orElseThrow();
    this.pair = pair;
    this.quadrature = Quadrature.over(pair.p(), pair.q());
    this.best = OptimalDiscriminator.of(pair.p(), pair.q());
  }

  /** {@return L_D(ℓ) − L_D*, with L_D* from the declared equilibrium and divergence} */
  double regret(CriticFunction critic) {
    double declared = theory.equilibriumDiscriminator().orElseThrow() - divergence();
    return (comparesPairs() ? riskOfPairs(critic) : risk(critic)) - declared;
  }

  /**
   * {@return ∫m|ℓ − ℓ*| where more than one logit may be optimal; otherwise sup |σ(link⁻¹(ℓ)) −
   * σ(λ)| where m ≥ 1e-2, of losses that see differences only with ℓ centred: E_m(ℓ − λ) = 0}
   */
  double error(CriticFunction critic) {
    if (theory.kind() == Theory.Kind.SET_VALUED) {
      return overMidpoint(x -> Math.abs(logit(critic, x) - link(best.logit(x))));
    }
    double excess = comparesPairs() ? overMidpoint(x -> logit(critic, x) - link(best.logit(x))) : 0;
    Decoded decoded = new Decoded(critic.network(), logit -> logRatio(logit - excess));
    return pair.largestDistance(
        new CriticFunction(decoded, critic.backend()), best::probability, VISIBLE);
  }

  private boolean comparesPairs() {
    return theory.kind() == Theory.Kind.UP_TO_A_CONSTANT;
  }

  private static double logit(CriticFunction critic, double x) {
    return critic.logits(x)[0];
  }

  private double link(double ratio) {
    Range logits = theory.optimalCritic().orElseThrow().apply(ratio);
    return logits.middle();
  }

  /** The inverse of the link, by bisection; logits outside its range map to its ends. */
  private double logRatio(double logit) {
    double low = -FAR;
    double high = FAR;
    while (high - low > 1e-9) {
      double middle = (low + high) / 2;
      if (link(middle) < logit) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private double overMidpoint(DoubleUnaryOperator f) {
    return (quadrature.expectation(pair.p(), f).value()
            + quadrature.expectation(pair.q(), f).value())
        / 2;
  }

  private double divergence() {
    Divergence value = theory.value().orElseThrow();
    return value.equals(Divergence.PAIRED_JENSEN_SHANNON)
        ? pairedJensenShannon()
        : overMidpoint(x -> value.perMidpoint().orElseThrow().applyAsDouble(best.logit(x)));
  }

  /** E_p(x) E_q(y) log 2/(1 + e^(λ(y) − λ(x))): the ratio of q⊗p to p⊗q is that power. */
  private double pairedJensenShannon() {
    return quadrature
        .expectation(
            pair.p(),
            x ->
                quadrature
                    .expectation(
                        pair.q(),
                        y -> Math.log(2) - LogRatio.softplus(best.logit(y) - best.logit(x)))
                    .value())
        .value();
  }

  /** L_D, with the loss evaluated point by point. */
  private double risk(CriticFunction critic) {
    return quadrature
        .integrate(
            x -> {
              try (Tape tape = Tape.on(critic.backend())) {
                Var point = Columns.on(tape, x);
                Var p = Columns.on(tape, pair.p().density(x));
                Var q = Columns.on(tape, pair.q().density(x));
                return discriminator(critic, loss, point, p, q);
              }
            })
        .value();
  }

  private double riskOfPairs(CriticFunction critic) {
    WeightedPoints points = pair.points(PANELS, ORDER);
    try (Tape tape = Tape.on(critic.backend())) {
      Var p = Columns.on(tape, points.real());
      Var q = Columns.on(tape, points.fake());
      return discriminator(critic, new AllPairs(loss), Columns.on(tape, points.x()), p, q);
    }
  }

  private static double discriminator(CriticFunction critic, GanLoss loss, Var x, Var p, Var q) {
    Var logits = critic.logits(x);
    return loss.discriminator(new WeightedScores(logits, logits, x, x, p, q)).item();
  }
}
