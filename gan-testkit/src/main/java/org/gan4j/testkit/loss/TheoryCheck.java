package org.gan4j.testkit.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gan4j.testkit.loss.Evaluation.list;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.math3.optim.univariate.UnivariatePointValuePair;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.theory.Divergence;
import org.gan4j.losses.theory.LogRatio;
import org.gan4j.losses.theory.Range;
import org.gan4j.losses.theory.Theory;
import org.gan4j.losses.theory.Theory.Kind;
import org.junit.jupiter.api.DynamicTest;

/** Checks what a loss declares, statement by statement; none relies on another's being right. */
final class TheoryCheck {
  private static final double[] RATIOS = {-4, -2, -0.7, 0, 0.3, 1.5, 3};
  private static final double[] FAR = {8, 12, 20, 30};
  private static final double[] P = {0.1, 0.2, 0.3, 0.4};
  private static final double[] Q = {0.35, 0.3, 0.25, 0.1};

  private final GanLoss loss;
  private final Theory theory;

  TheoryCheck(GanLoss loss, Theory theory) {
    this.loss = loss;
    this.theory = theory;
  }

  private void withRisk(Consumer<Risk> work) {
    try (Risk risk = new Risk(loss)) {
      work.accept(risk);
    }
  }

  private Range critic(double ratio) {
    return theory
        .optimalCritic()
        .orElseThrow(() -> new AssertionError(theory.kind() + ": expected an optimal critic"))
        .apply(ratio);
  }

  /** L_D is a sum over points, and minimised point by point. */
  private boolean byPoints() {
    return theory.kind() == Kind.POINTWISE || theory.kind() == Kind.SET_VALUED;
  }

  /** Runners print a dynamic test by its number, so its failure says which statement it is of. */
  private DynamicTest check(String statement, Runnable check) {
    return dynamicTest(
        statement,
        () -> {
          try {
            check.run();
          } catch (AssertionError e) {
            String message =
                String.format(
                    Locale.ROOT,
                    "%s: '%s' does not hold: %s",
                    loss.name(),
                    statement,
                    e.getMessage());
            AssertionError named = new AssertionError(message.strip(), e.getCause());
            named.setStackTrace(e.getStackTrace());
            throw named;
          }
        });
  }

  /** {@return a check for each statement that the theory makes} */
  Stream<DynamicTest> all() {
    Stream.Builder<DynamicTest> checks = Stream.builder();
    checks.add(check("the declared kind is the measured one", this::kind));
    if (byPoints() || theory.kind() == Kind.UP_TO_A_CONSTANT) {
      checks.add(check("the declared critic minimises L_D", this::critic));
    }
    if (theory.kind() == Kind.POINTWISE) {
      checks.add(check("gradients balance far from the equilibrium", this::farBalance));
    }
    if (theory.value().isPresent()) {
      checks.add(check("the declared value is attained", this::value));
    }
    if (theory.frozenCriticGradient().isPresent()) {
      checks.add(check("the generator descends what is declared", this::descent));
    }
    if (theory.equilibriumDiscriminator().isPresent()) {
      checks.add(check("the declared equilibrium is right", this::equilibrium));
    }
    return checks.add(check("zero-sum is declared rightly", this::zeroSum)).build();
  }

  /** The declared kind is the one that the loss is found to be of. */
  private void kind() {
    withRisk(
        risk -> {
          double neutral = theory.optimalCritic().isPresent() ? critic(0).middle() : 0;
          assertThat(theory.kind())
              .as("the declared kind; expected is the one measured")
              .isEqualTo(MeasuredKind.of(risk, neutral));
        });
  }

  /** The declared critic minimises L_D, found by one-dimensional minimisation. */
  private void critic() {
    withRisk(
        risk -> {
          if (byPoints()) {
            for (double ratio : RATIOS) {
              assertOptimal(risk, ratio);
            }
          } else {
            assertStationaryOnAtoms(risk);
          }
        });
  }

  private void assertOptimal(Risk risk, double ratio) {
    Range declared = critic(ratio);
    double p = LogRatio.sigmoid(ratio);
    double q = LogRatio.sigmoid(-ratio);
    UnivariatePointValuePair least = risk.minimum(p, q, declared.low() - 10, declared.high() + 10);
    double rounding = 1e-12 * (1 + Math.abs(least.getValue()));
    String where = " at log p/q = " + ratio;
    for (double logit : new double[] {declared.low(), declared.middle(), declared.high()}) {
      assertThat(risk.at(p, q, logit) - least.getValue())
          .as(
              "regret of the declared logit %s%s; the minimum is at %s",
              logit, where, least.getPoint())
          .isLessThanOrEqualTo(rounding);
    }
    if (declared.single()) {
      assertThat(declared.low())
          .as("the declared logit%s against the minimiser", where)
          .isCloseTo(least.getPoint(), within(1e-5 * (1 + Math.abs(least.getPoint()))));
    }
    for (double outside : new double[] {declared.low() - 0.25, declared.high() + 0.25}) {
      assertThat(risk.at(p, q, outside) - least.getValue())
          .as("regret of logit %s, outside of the declared ones%s", outside, where)
          .isGreaterThan(rounding);
    }
  }

  private double[] criticOnAtoms() {
    double[] logits = new double[P.length];
    for (int i = 0; i < P.length; i++) {
      logits[i] = critic(Math.log(P[i] / Q[i])).middle();
    }
    return logits;
  }

  private void assertStationaryOnAtoms(Risk risk) {
    double[] logits = criticOnAtoms();
    for (double constant : new double[] {0, 2}) {
      double[] moved = Risk.shifted(logits, constant);
      assertThat(list(risk.slopesOnAtoms(P, Q, moved)))
          .as("gradient of L_D at the declared critic plus %s, on atoms", constant)
          .allMatch(derivative -> Math.abs(derivative) <= 1e-12, "0");
      double value = risk.onAtoms(P, Q, moved).discriminator();
      for (int i = 0; i < moved.length; i++) {
        double[] other = moved.clone();
        other[i] += 0.3;
        assertThat(risk.onAtoms(P, Q, other).discriminator())
            .as("L_D beside the declared critic")
            .isGreaterThan(value);
      }
    }
  }

  /**
   * At every λ = log p/q the optimum is e^λ a′ + b′ = 0, with a′ and b′ the gradients of L_D in a
   * real and in a fake logit. Far out one of them is e^−|λ| of the other, and lost if a probability
   * was clipped.
   */
  private void farBalance() {
    withRisk(
        risk -> {
          for (double far : FAR) {
            assertBalanced(risk, far);
            assertBalanced(risk, -far);
          }
          theory
              .frozenCriticGradient()
              .flatMap(Divergence::perMidpoint)
              .ifPresent(phi -> DoubleStream.of(FAR).forEach(far -> assertPull(risk, phi, -far)));
        });
  }

  /** The smaller gradient may have lost e^|λ| roundings to a cancellation, such as 1 − σ. */
  private void assertBalanced(Risk risk, double ratio) {
    double logit = critic(ratio).low();
    Evaluation found = risk.of(logit, logit);
    double real = Math.exp(ratio) * found.discriminatorReal().get(0);
    double fake = found.discriminatorFake().get(0);
    double size = Math.abs(real) + Math.abs(fake);
    double rounding = 16 * Math.ulp(1.0) * Math.exp(Math.abs(ratio));
    String where =
        "e^λ · the gradient in a real logit, %s, plus that in a fake logit, %s, at λ = %s";
    assertThat(size).as(where + "; neither may vanish", real, fake, ratio).isPositive();
    assertThat(real + fake)
        .as(where + "; is a probability clipped?", real, fake, ratio)
        .isCloseTo(0, within(size * (1e-9 + rounding)));
  }

  /** G's loss changes from λ + 1 to λ as the divergence's first variation in q does. */
  private void assertPull(Risk risk, DoubleUnaryOperator phi, double ratio) {
    double measured = risk.generator(critic(ratio).low()) - risk.generator(critic(ratio + 1).low());
    double declared = variation(phi, ratio) - variation(phi, ratio + 1);
    assertThat(measured)
        .as("change of L_G from log p/q = %s to %s", ratio + 1, ratio)
        .isCloseTo(declared, within(1e-7 * (1 + Math.abs(declared))));
  }

  /** δ/δq of E_m φ(log p/q): (φ − (1 + e^λ)φ′)/2. */
  private static double variation(DoubleUnaryOperator phi, double ratio) {
    double h = 1e-3;
    double wide = (phi.applyAsDouble(ratio + 2 * h) - phi.applyAsDouble(ratio - 2 * h)) / (4 * h);
    double near = (phi.applyAsDouble(ratio + h) - phi.applyAsDouble(ratio - h)) / (2 * h);
    double derivative = (4 * near - wide) / 3;
    return (phi.applyAsDouble(ratio) - (1 + Math.exp(ratio)) * derivative) / 2;
  }

  /** L_D at the optimal critic is the equilibrium's less the declared divergence. */
  private void value() {
    Divergence divergence = theory.value().get();
    double equilibrium =
        theory
            .equilibriumDiscriminator()
            .orElseThrow(() -> new AssertionError("value: expected L_D at equilibrium with it"));
    withRisk(
        risk -> {
          if (theory.kind() == Kind.UP_TO_A_CONSTANT
              && divergence.equals(Divergence.PAIRED_JENSEN_SHANNON)) {
            assertThat(risk.onAtoms(P, Q, criticOnAtoms()).discriminator())
                .as("L_D at the optimal critic on atoms")
                .isCloseTo(equilibrium - Functionals.pairedJensenShannon(P, Q), within(1e-12));
            return;
          }
          for (Pair pair : Pair.ALL) {
            DoubleUnaryOperator critic = optimal(divergence, pair);
            double measured =
                risk.constant()
                    + pair.integral(
                        x ->
                            pair.overlap(x)
                                ? risk.at(
                                    pair.p().density(x),
                                    pair.q().density(x),
                                    critic.applyAsDouble(x))
                                : 0);
            double expected = equilibrium - Functionals.value(divergence, pair, 0);
            assertThat(measured)
                .as(
                    "L_D at the optimal critic for p = %s, q = %s; declared is %s - %s",
                    pair.p(), pair.q(), equilibrium, divergence.name())
                .isCloseTo(expected, within(1e-8 * (1 + Math.abs(expected))));
          }
        });
  }

  private DoubleUnaryOperator optimal(Divergence divergence, Pair pair) {
    if (theory.kind() == Kind.UNDER_A_CONSTRAINT) {
      assertThat(divergence).as("of a constrained critic").isEqualTo(Divergence.WASSERSTEIN_1);
      return Functionals.steepest(pair);
    }
    assertThat(byPoints()).withFailMessage(Functionals.unknown(divergence)).isTrue();
    return x -> critic(pair.ratio(x)).middle();
  }

  /** With the critic frozen, G's objective has the declared divergence's first variation. */
  private void descent() {
    Divergence divergence = theory.frozenCriticGradient().get();
    withRisk(
        risk -> {
          for (Pair pair : Pair.ALL) {
            DoubleUnaryOperator critic = optimal(divergence, pair);
            double measured =
                pair.integral(
                    x ->
                        (pair.towards().density(x) - pair.q().density(x))
                            * risk.generator(critic.applyAsDouble(x)));
            double expected = derivative(divergence, pair);
            assertThat(measured)
                .as(
                    "change of L_G with q, critic frozen, for p = %s, q = %s; declared is that of %s",
                    pair.p(), pair.q(), divergence.name())
                .isCloseTo(expected, within(2e-6 * (1 + Math.abs(expected))));
          }
        });
  }

  /** d/dε D(p, (1 − ε)q + ε · towards) at 0. */
  private static double derivative(Divergence divergence, Pair pair) {
    double h = 0.005;
    double wide =
        (Functionals.value(divergence, pair, 2 * h) - Functionals.value(divergence, pair, -2 * h))
            / (4 * h);
    double near =
        (Functionals.value(divergence, pair, h) - Functionals.value(divergence, pair, -h))
            / (2 * h);
    return (4 * near - wide) / 3;
  }

  /** The losses at p = q. */
  private void equilibrium() {
    Range logits = theory.optimalCritic().isPresent() ? critic(0) : Range.of(0);
    withRisk(
        risk -> {
          double least = Double.POSITIVE_INFINITY;
          double most = Double.NEGATIVE_INFINITY;
          for (double logit : new double[] {logits.low(), logits.middle(), logits.high()}) {
            Evaluation found = risk.of(logit, logit);
            assertThat(found.discriminator())
                .as("L_D at equilibrium, logit %s", logit)
                .isCloseTo(theory.equilibriumDiscriminator().getAsDouble(), within(1e-12));
            least = Math.min(least, found.generator());
            most = Math.max(most, found.generator());
          }
          Range declared = theory.equilibriumGenerator().orElse(Range.LINE);
          if (!declared.equals(Range.LINE)) {
            assertThat(least).as("least L_G there").isCloseTo(declared.low(), within(1e-12));
            assertThat(most).as("greatest L_G there").isCloseTo(declared.high(), within(1e-12));
          }
        });
  }

  /** L_D + L_G depends on the generated logits exactly where it is not declared not to. */
  private void zeroSum() {
    withRisk(
        risk -> {
          boolean depends = false;
          for (double logit : new double[] {-30, -7.5, -1.3, -0.9, -0.2, 0.4, 0.95, 1.7, 6, 30}) {
            Evaluation found = risk.of(0.3, logit);
            double sum = found.discriminatorFake().get(0) + found.generatorFake().get(0);
            double size = Math.abs(found.generatorFake().get(0));
            boolean here = Math.abs(sum) > 1e-9 * size + 1e-300;
            depends |= here;
            assertThat(here && theory.zeroSumWithin().filter(r -> inside(r, logit)).isPresent())
                .withFailMessage(
                    "L_D + L_G depends on generated logits at %s, declared not to", logit)
                .isFalse();
          }
          assertThat(depends || theory.zeroSumWithin().equals(Optional.of(Range.LINE)))
              .withFailMessage(
                  "L_D + L_G does not depend on generated logits anywhere; declare"
                      + " withZeroSum(Range.LINE)")
              .isTrue();
        });
  }

  private static boolean inside(Range range, double logit) {
    return range.low() < logit && logit < range.high();
  }
}
