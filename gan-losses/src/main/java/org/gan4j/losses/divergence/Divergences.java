package org.gan4j.losses.divergence;

import java.util.Optional;

/**
 * What tells two distributions p and q apart, in nats, each number with its error.
 *
 * @param klPq KL(p‖q); infinite where {@code whyKlPqInfinite} says why, or where it is {@linkplain
 *     Estimate#isTooGreat too great} for a double
 * @param klQp KL(q‖p); infinite where {@code whyKlQpInfinite} says why, or where it is {@linkplain
 *     Estimate#isTooGreat too great} for a double
 * @param jsd the Jensen–Shannon divergence ½KL(p‖m) + ½KL(q‖m), m = (p + q)/2, from these two
 * @param totalVariation ½∫|p − q|
 * @param optimalValue V(D*) = E_p log D* + E_q log(1 − D*), integrated as written and not through
 *     the Jensen–Shannon divergence
 * @param whyKlPqInfinite the reason, in words; empty where finite
 * @param whyKlQpInfinite the reason, in words; empty where finite
 * @paper Goodfellow et al. 2014, arXiv:1406.2661, Theorem 1: V(D*) = 2 JSD − log 4
 */
public record Divergences(
    Estimate klPq,
    Estimate klQp,
    Estimate jsd,
    Estimate totalVariation,
    Estimate optimalValue,
    Optional<String> whyKlPqInfinite,
    Optional<String> whyKlQpInfinite) {
  /**
   * Returns the divergences of two densities. Kinks and tails that the outlines declare are
   * accounted for. Errors below 1e-11 are usual, relative above 1; where doubles do not allow that,
   * as for parameters that put the mass at 1e±300, the error says so.
   *
   * @param p the data's density
   * @param q the generator's density
   * @return the divergences
   */
  public static Divergences between(Density p, Density q) {
    return new LinePair(p, q).divergences();
  }

  /**
   * Returns the divergences of two distributions on the same atoms.
   *
   * @param p the data's distribution
   * @param q the generator's distribution, on as many atoms
   * @return the divergences, with the errors of rounding
   */
  public static Divergences between(Atoms p, Atoms q) {
    return new AtomPair(p, q).divergences();
  }

  /**
   * Returns the divergences of two Gaussian mixtures on the plane, by nested quadrature around each
   * part. All of them are finite. Errors below 1e-8 are usual, relative above 1; refinement stops
   * after 5 000 000 evaluations for each number, and the error then says what was left.
   *
   * @param p the data's density
   * @param q the generator's density
   * @return the divergences
   */
  public static Divergences between(GaussianMixture2d p, GaussianMixture2d q) {
    return new PlanePair(p, q).divergences();
  }
}
