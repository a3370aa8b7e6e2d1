package org.gan4j.losses;

import java.util.Optional;
import org.gan4j.core.Expect;
import org.gan4j.core.autograd.Var;
import org.gan4j.losses.theory.Divergence;
import org.gan4j.losses.theory.LogRatio;
import org.gan4j.losses.theory.Theory;

/**
 * The least-squares game: L_D = ½E_p(ℓ − b)² + ½E_q(ℓ − a)², L_G = ½E_q(ℓ − c)².
 *
 * <p>ℓ* = a + (b − a)p/(p + q). At equilibrium L_D = (b − a)²/4 and L_G = ½((a + b)/2 − c)². With a
 * frozen critic, G descends ∫ p h(q/p), h(r) = ½[(a − c)²(r − 1) + 2(a − c)(b − a) log((1 + r)/2) +
 * (b − a)²(½ − 1/(1 + r))]. If c is at or beyond b as seen from a, h is convex and q is pulled
 * towards p; with (−1, 1, 0), nothing pulls at p = q.
 *
 * @param a the discriminator's target for generated samples
 * @param b its target for real samples, not equal to a
 * @param c the generator's target for its samples
 * @paper Mao et al. 2017, "Least Squares Generative Adversarial Networks", arXiv:1611.04076, Eq.
 *     (2)
 */
@Definition(
    formula = "L_D = E_p (D-b)^2/2 + E_q (D-a)^2/2; L_G = E_q (D-c)^2/2",
    source = "Mao et al. 2017, arXiv:1611.04076, Eq. (2)")
public record LeastSquares(double a, double b, double c) implements GanLoss {
  /**
   * Checks the targets.
   *
   * @param a the discriminator's target for generated samples
   * @param b its target for real samples, not equal to a
   * @param c the generator's target for its samples
   */
  public LeastSquares {
    if (!Double.isFinite(a + b + c) || a == b) {
      throw Expect.failure(
          "least squares", "finite targets a, b, c with a != b", "%s, %s, %s".formatted(a, b, c));
    }
  }

  /** Returns the loss with targets (0, 1, 1), which pull q towards p. */
  public LeastSquares() {
    this(0, 1, 1);
  }

  @Override
  public Var discriminator(Scores scores) {
    return scores
        .meanReal(scores.real().subtract(b).square())
        .add(scores.meanFake(scores.fake().subtract(a).square()))
        .multiply(0.5);
  }

  @Override
  public Var generator(Scores scores) {
    return scores.meanFake(scores.fake().subtract(c).square()).multiply(0.5);
  }

  @Override
  public Optional<Theory> theory() {
    double width = b - a;
    double off = (a + b) / 2 - c;
    Theory theory =
        Theory.pointwise(x -> a + width * LogRatio.sigmoid(x))
            .withValue(Divergence.of("triangular (b-a)^2/8", this::triangular))
            .withEquilibrium(width * width / 4, off * off / 2);
    boolean convex = (c - b) * width >= 0;
    return Optional.of(
        convex
            ? theory.withFrozenCriticGradient(Divergence.of("least-squares pull", this::pull))
            : theory);
  }

  /** (b − a)²/8 (p − q)²/(p + q), over m. */
  private double triangular(double x) {
    double t = (b - a) * Math.tanh(x / 2) / 2;
    return t * t;
  }

  /** p h(q/p), over m. */
  private double pull(double x) {
    double p = 2 * LogRatio.sigmoid(x);
    double q = 2 * LogRatio.sigmoid(-x);
    double s = a - c;
    double w = b - a;
    double logMean = LogRatio.softplus(-x) - Math.log(2);
    return (s * s * (q - p) + 2 * s * w * p * logMean + w * w * p * (0.5 - p / 2)) / 2;
  }
}
