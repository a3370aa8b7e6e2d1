package org.gan4j.losses.theory;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * A dissimilarity of two densities p and q, in nats, 0 where they are equal.
 *
 * @param name the field's name for it
 * @param perMidpoint φ where the divergence is E_m φ(λ), with m = (p + q)/2 and λ = log p/q: so
 *     written, most integrands are bounded. Empty where it is no such mean
 */
public record Divergence(String name, Optional<DoubleUnaryOperator> perMidpoint) {
  private static final double LOG_2 = Math.log(2);

  /** W₁, the cost of moving q to p: ∫|F_p − F_q| on the line. */
  public static final Divergence WASSERSTEIN_1 = new Divergence("W1", Optional.empty());

  /** JSD(p⊗q ‖ q⊗p), of pairs of a real and a generated sample in either order. */
  public static final Divergence PAIRED_JENSEN_SHANNON =
      new Divergence("JSD(pq||qp)", Optional.empty());

  /**
   * Returns a divergence of the form E_m φ(log p/q).
   *
   * @param name the field's name for it
   * @param perMidpoint φ
   * @return the divergence
   */
  public static Divergence of(String name, DoubleUnaryOperator perMidpoint) {
    return new Divergence(name, Optional.of(perMidpoint));
  }

  /**
   * Returns the f-divergence ∫ q f(p/q).
   *
   * @param name the field's name for it
   * @param f convex on (0, ∞); what it is at 1 counts
   * @return the divergence
   */
  public static Divergence f(String name, DoubleUnaryOperator f) {
    return of(name, x -> 2 * LogRatio.sigmoid(-x) * f.applyAsDouble(Math.exp(x)));
  }

  /** {@return 2 JSD(p ‖ q)} */
  public static Divergence twiceJensenShannon() {
    return of(
        "2JSD(p||q)",
        x ->
            2
                * (LogRatio.sigmoid(x) * (LOG_2 - LogRatio.softplus(-x))
                    + LogRatio.sigmoid(-x) * (LOG_2 - LogRatio.softplus(x))));
  }

  /** {@return 2 KL(m ‖ p)} */
  public static Divergence twiceMidpointKl() {
    return of("2KL(m||p)", x -> 2 * (LogRatio.softplus(-x) - LOG_2));
  }

  /** {@return 2 TV = ∫|p − q|} */
  public static Divergence twiceTotalVariation() {
    return of("2TV", x -> 2 * Math.abs(Math.tanh(x / 2)));
  }
}
