package org.gan4j.losses.theory;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * A dissimilarity of two densities p and q, in nats, 0 where they are equal.
 *
 * @param name its usual name
 * @param perMidpoint φ if the divergence is E_m φ(λ), with m = (p + q)/2 and λ = log p/q, a form in
 *     which most integrands are bounded; empty if it has no such form
 */
public record Divergence(String name, Optional<DoubleUnaryOperator> perMidpoint) {
  private static final double LOG_2 = Math.log(2);
  private static final double FARTHEST = 350;

  /** W₁, the cost of moving q to p: ∫|F_p − F_q| on the line. */
  public static final Divergence WASSERSTEIN_1 = new Divergence("W1", Optional.empty());

  /** JSD(p⊗q ‖ q⊗p), of pairs of a real and a generated sample in either order. */
  public static final Divergence PAIRED_JENSEN_SHANNON =
      new Divergence("JSD(pq||qp)", Optional.empty());

  /**
   * Returns a divergence of the form E_m φ(log p/q).
   *
   * @param name its usual name
   * @param perMidpoint φ
   * @return the divergence
   */
  public static Divergence of(String name, DoubleUnaryOperator perMidpoint) {
    return new Divergence(name, Optional.of(perMidpoint));
  }

  /**
   * Returns the f-divergence ∫ q f(p/q). Ratios beyond e^±350, whose squares overflow a double, are
   * clamped to that; for densities so far apart, give φ to {@link #of}.
   *
   * @param name its usual name
   * @param f convex on (0, ∞), 0 at 1
   * @return the divergence
   */
  public static Divergence f(String name, DoubleUnaryOperator f) {
    return of(
        name,
        x -> {
          double near = Math.max(-FARTHEST, Math.min(FARTHEST, x));
          return 2 * LogRatio.sigmoid(-near) * f.applyAsDouble(Math.exp(near));
        });
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
