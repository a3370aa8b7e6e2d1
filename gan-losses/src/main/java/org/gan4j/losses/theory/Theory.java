package org.gan4j.losses.theory;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * What a loss declares about itself; the test kit checks it by quadrature and by minimising.
 *
 * <p>λ is log p/q, the log ratio of the real to the generated density. Built from a kind by {@link
 * #pointwise} and its siblings, with what is known added.
 *
 * @param kind of what sort the statement about the optimal critic is
 * @param optimalCritic the logits that are optimal at λ, all of them; empty where they are no
 *     function of it
 * @param value the divergence D with L_D = equilibrium − D at the optimal critic
 * @param frozenCriticGradient the divergence whose first variation in q a step of G descends, with
 *     the critic frozen at its optimum. Not the same thing as {@code value}
 * @param equilibriumDiscriminator L_D at p = q and the optimal critic
 * @param equilibriumGenerator L_G there; a range where the optimal critic is one
 * @param zeroSumWithin the logits within which L_D + L_G does not depend on those of the generated
 *     samples; empty where it does everywhere
 */
public record Theory(
    Kind kind,
    Optional<DoubleFunction<Range>> optimalCritic,
    Optional<Divergence> value,
    Optional<Divergence> frozenCriticGradient,
    OptionalDouble equilibriumDiscriminator,
    Optional<Range> equilibriumGenerator,
    Optional<Range> zeroSumWithin) {

  /** Sorts of statements about the optimal critic. */
  public enum Kind {
    /** One logit for each λ, found sample by sample. */
    POINTWISE,
    /** A function of λ plus any constant: only differences of logits count. */
    UP_TO_A_CONSTANT,
    /** For some λ, more than one logit is optimal. */
    SET_VALUED,
    /** There is an optimum only among critics that are constrained, as by a Lipschitz bound. */
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
   * States the one optimal logit of each λ.
   *
   * @param link from λ to the logit
   * @return the statement
   */
  public static Theory pointwise(DoubleUnaryOperator link) {
    return of(Kind.POINTWISE, x -> Range.of(link.applyAsDouble(x)));
  }

  /**
   * States the optimal logits but for a constant.
   *
   * @param link from λ to a logit
   * @return the statement
   */
  public static Theory upToAConstant(DoubleUnaryOperator link) {
    return of(Kind.UP_TO_A_CONSTANT, x -> Range.of(link.applyAsDouble(x)));
  }

  /**
   * States the optimal logits of each λ.
   *
   * @param logits from λ to all of them
   * @return the statement
   */
  public static Theory setValued(DoubleFunction<Range> logits) {
    return of(Kind.SET_VALUED, logits);
  }

  /** {@return the statement that only a constrained critic is optimal} */
  public static Theory underAConstraint() {
    return of(Kind.UNDER_A_CONSTRAINT, null);
  }

  /** {@return the statement that the optimal critic has no closed form} */
  public static Theory none() {
    return of(Kind.NONE, null);
  }

  /**
   * Adds what L_D is at the optimal critic.
   *
   * @param divergence D in L_D = equilibrium − D
   * @return a theory with it
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
   * Adds what a step of G descends.
   *
   * @param divergence whose first variation in q it follows
   * @return a theory with it
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
   * Adds the losses at p = q.
   *
   * @param discriminator L_D at the optimal critic
   * @param generator L_G there
   * @return a theory with them
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
   * Adds the losses at p = q.
   *
   * @param discriminator L_D at the optimal critic
   * @param generator L_G there
   * @return a theory with them
   */
  public Theory withEquilibrium(double discriminator, double generator) {
    return withEquilibrium(discriminator, Range.of(generator));
  }

  /**
   * Adds that L_D + L_G does not depend on the generated samples' logits.
   *
   * @param logits within which; {@link Range#LINE} for everywhere
   * @return a theory with it
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
