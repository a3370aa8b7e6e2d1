package org.gan4j.losses.theory;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * The theory that a loss declares; the test kit checks it by quadrature and by minimisation.
 *
 * <p>λ is log p/q, the log ratio of the real to the generated density. Start with {@link
 * #pointwise} or another kind, and add what is known.
 *
 * @param kind the kind of statement about the optimal critic
 * @param optimalCritic all logits that are optimal at λ; empty if they are not a function of λ
 * @param value the divergence D with L_D = equilibrium − D at the optimal critic
 * @param frozenCriticGradient the divergence whose first variation in q the generator descends
 *     while the critic is frozen at its optimum; not always {@code value}
 * @param equilibriumDiscriminator L_D at p = q with the optimal critic
 * @param equilibriumGenerator L_G at p = q with the optimal critic; a range if that critic has one
 * @param zeroSumWithin the logits for which L_D + L_G does not depend on those of the generated
 *     samples; empty if it always does
 */
public record Theory(
    Kind kind,
    Optional<DoubleFunction<Range>> optimalCritic,
    Optional<Divergence> value,
    Optional<Divergence> frozenCriticGradient,
    OptionalDouble equilibriumDiscriminator,
    Optional<Range> equilibriumGenerator,
    Optional<Range> zeroSumWithin) {

  /** Kinds of statements about the optimal critic. */
  public enum Kind {
    /** One optimal logit for each λ. */
    POINTWISE,
    /** A function of λ plus any constant, since only differences of logits matter. */
    UP_TO_A_CONSTANT,
    /** For some λ, more than one logit is optimal. */
    SET_VALUED,
    /** An optimum exists only among constrained critics, such as 1-Lipschitz functions. */
    UNDER_A_CONSTRAINT,
    /** No closed form. */
    NONE
  }

  private static Theory of(Kind kind, DoubleFunction<Range> critic) {
    return new Theory(
        kind,
        Optional.ofNullable(critic),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Declares the optimal logit of each λ.
   *
   * @param link from λ to the logit
   * @return the theory
   */
  public static Theory pointwise(DoubleUnaryOperator link) {
    return of(Kind.POINTWISE, x -> Range.of(link.applyAsDouble(x)));
  }

  /**
   * Declares the optimal logits up to a constant.
   *
   * @param link from λ to a logit
   * @return the theory
   */
  public static Theory upToAConstant(DoubleUnaryOperator link) {
    return of(Kind.UP_TO_A_CONSTANT, x -> Range.of(link.applyAsDouble(x)));
  }

  /**
   * Declares all optimal logits of each λ.
   *
   * @param logits from λ to all of them
   * @return the theory
   */
  public static Theory setValued(DoubleFunction<Range> logits) {
    return of(Kind.SET_VALUED, logits);
  }

  /** {@return a theory that declares an optimum only among constrained critics} */
  public static Theory underAConstraint() {
    return of(Kind.UNDER_A_CONSTRAINT, null);
  }

  /** {@return a theory that declares no closed form of the optimal critic} */
  public static Theory none() {
    return of(Kind.NONE, null);
  }

  /**
   * Declares the value of L_D at the optimal critic.
   *
   * @param divergence D in L_D = equilibrium − D
   * @return this theory with the addition
   */
  public Theory withValue(Divergence divergence) {
    return new Theory(
        kind,
        optimalCritic,
        Optional.of(divergence),
        frozenCriticGradient,
        equilibriumDiscriminator,
        equilibriumGenerator,
        zeroSumWithin);
  }

  /**
   * Declares what the generator descends while the optimal critic is frozen.
   *
   * @param divergence the divergence whose first variation in q it follows
   * @return this theory with the addition
   */
  public Theory withFrozenCriticGradient(Divergence divergence) {
    return new Theory(
        kind,
        optimalCritic,
        value,
        Optional.of(divergence),
        equilibriumDiscriminator,
        equilibriumGenerator,
        zeroSumWithin);
  }

  /**
   * Declares the losses at p = q.
   *
   * @param discriminator L_D at the optimal critic
   * @param generator L_G at the optimal critic
   * @return this theory with the addition
   */
  public Theory withEquilibrium(double discriminator, Range generator) {
    return new Theory(
        kind,
        optimalCritic,
        value,
        frozenCriticGradient,
        OptionalDouble.of(discriminator),
        Optional.ofNullable(generator),
        zeroSumWithin);
  }

  /**
   * Declares the losses at p = q.
   *
   * @param discriminator L_D at the optimal critic
   * @param generator L_G at the optimal critic
   * @return this theory with the addition
   */
  public Theory withEquilibrium(double discriminator, double generator) {
    return withEquilibrium(discriminator, Range.of(generator));
  }

  /**
   * Declares that L_D + L_G does not depend on the logits of the generated samples.
   *
   * @param logits where this holds; {@link Range#LINE} for everywhere
   * @return this theory with the addition
   */
  public Theory withZeroSum(Range logits) {
    return new Theory(
        kind,
        optimalCritic,
        value,
        frozenCriticGradient,
        equilibriumDiscriminator,
        equilibriumGenerator,
        Optional.of(logits));
  }
}
