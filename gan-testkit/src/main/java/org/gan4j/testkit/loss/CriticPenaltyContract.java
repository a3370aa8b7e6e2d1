package org.gan4j.testkit.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gan4j.testkit.loss.EveryBackend.REFERENCE;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.losses.Critic;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.InputGradients;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Inputs;
import org.gan4j.testkit.gradient.GradientCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a penalty on the critic's input gradient must keep to. Inherit it, say which penalty, what
 * it costs and where it looks, and every test runs:
 *
 * <pre>{@code
 * class R1IsAPenalty extends CriticPenaltyContract {
 *   protected CriticPenalty penalty() {
 *     return new R1(10);
 *   }
 *
 *   protected double atGradientNorm(double norm) {
 *     return 5 * norm * norm;
 *   }
 *
 *   protected Place place() {
 *     return Place.REAL;
 *   }
 * }
 * }</pre>
 *
 * <p>Numbers are checked on every backend of the class path that works there.
 */
public abstract class CriticPenaltyContract {
  /** Where a penalty takes the input gradient. */
  public enum Place {
    /** At or around the real samples. */
    REAL,
    /** At or around the generated samples. */
    FAKE,
    /** Between a real and a generated sample. */
    BETWEEN
  }

  private static final String BACKENDS = "org.gan4j.testkit.loss.EveryBackend#names";
  private static final String ON = "on {0}";
  private static final Rng DRAWS = Rng.ofSeed(8);
  private static final int FEATURES = 16;
  private static final double FAR = 100;

  /** Makes the contract of one penalty. */
  protected CriticPenaltyContract() {}

  /** {@return the penalty under test} */
  protected abstract CriticPenalty penalty();

  /**
   * Returns what a critic costs whose input gradient has this norm everywhere, worked out by hand.
   *
   * @param norm ‖∇D‖, at least 0
   * @return the penalty
   */
  protected abstract double atGradientNorm(double norm);

  /** {@return where the input gradient is taken} */
  protected abstract Place place();

  private double value(Tape tape, Critic critic, HostArray real, HostArray fake) {
    return value(tape, critic, real, fake, null);
  }

  private double value(Tape tape, Critic critic, HostArray real, HostArray fake, double[] weights) {
    DType dtype = tape.backend().dtype();
    Var x = tape.watch(real.on(tape.backend(), dtype));
    Var y = tape.watch(fake.on(tape.backend(), dtype));
    CriticScores scores = new CriticScores(critic, x, y);
    return penalty()
        .penalty(critic, weights == null ? scores : scores.weighted(weights, weights), DRAWS)
        .item();
  }

  /** D(x) = wᵀx + 1 with ‖w‖ = norm, w along (2, 3, 6)/7. */
  private static Critic linear(Tape tape, double norm) {
    double[] w = {2 * norm / 7, 3 * norm / 7, 6 * norm / 7};
    Var column = tape.constant(tape.backend().tensor(Shape.of(3, 1), tape.backend().dtype(), w));
    return x -> x.matmul(column).add(1);
  }

  /**
   * A critic with one gradient norm everywhere costs what it should for batches of any size: so the
   * norm is of each sample, over all features, and the mean is a mean.
   *
   * @param name the backend's name
   */
  @ParameterizedTest(name = ON)
  @MethodSource(BACKENDS)
  public final void linearCriticsCostWhatTheyShould(String name) {
    for (DType dtype : DType.values()) {
      try (Backend backend = EveryBackend.open(name, dtype);
          Tape tape = Tape.on(backend)) {
        for (int n : new int[] {1, 2, 7, 64}) {
          for (double norm : new double[] {0, 0.5, 1, 3, 20}) {
            double expected = atGradientNorm(norm);
            double bound = (dtype == DType.FLOAT32 ? 1e-5 : 1e-13) * (norm + expected);
            HostArray real = Inputs.normal(Shape.of(n, 3), 1);
            HostArray fake = Inputs.normal(Shape.of(n, 3), 2);
            assertThat(value(tape, linear(tape, norm), real, fake))
                .as(
                    "%s: a critic with gradient norm %s everywhere, batch of %s, on %s in %s; norms are of"
                        + " each sample, over all features, and the penalty is their mean",
                    penalty().name(), norm, n, name, dtype)
                .isCloseTo(expected, within(bound));
          }
        }
      }
    }
  }

  /**
   * A critic that gives one logit to two samples is one of pairs: its input gradient has twice as
   * many components, and one of the same norm costs the same.
   */
  @Test
  public final void packsCountAsSamples() {
    try (Backend backend = EveryBackend.open(REFERENCE, DType.FLOAT64);
        Tape tape = Tape.on(backend)) {
      for (double norm : new double[] {0, 0.5, 1, 3}) {
        double half = norm / Math.sqrt(2);
        Critic single = linear(tape, half);
        Critic pairs = x -> InputGradients.rows(single.score(x), x.shape().rows() / 2).rowSums();
        HostArray real = Inputs.normal(Shape.of(6, 3), 1);
        HostArray fake = Inputs.normal(Shape.of(6, 3), 2);
        double expected = atGradientNorm(norm);
        assertThat(value(tape, pairs, real, fake))
            .as(
                "%s: a critic of pairs with gradient norm %s; count logits, not samples",
                penalty().name(), norm)
            .isCloseTo(expected, near(expected));
      }
    }
  }

  /** Samples at ±100 along the first of many features, those of the second half at −100. */
  private static HostArray clusters(int n, int atPlus, long seed) {
    double[] values = Inputs.normal(Shape.of(n, FEATURES), seed).values();
    for (int i = 0; i < n; i++) {
      values[i * FEATURES] += i < atPlus ? FAR : -FAR;
    }
    return HostArray.of(Shape.of(n, FEATURES), values);
  }

  /** Slope plus along the first feature where that is positive, and minus where it is negative. */
  private static Critic bent(Tape tape, double plus, double minus) {
    double[] first = new double[FEATURES];
    first[0] = 1;
    DType dtype = tape.backend().dtype();
    Var column = tape.constant(tape.backend().tensor(Shape.of(FEATURES, 1), dtype, first));
    return x -> {
      Var along = x.matmul(column);
      return along.relu().multiply(plus).subtract(along.negate().relu().multiply(minus));
    };
  }

  /**
   * Half the samples with gradient norm 3 and half with 0.5 cost the mean of both, in any order.
   */
  @Test
  public final void everySampleCountsByItself() {
    try (Backend backend = EveryBackend.open(REFERENCE, DType.FLOAT64);
        Tape tape = Tape.on(backend)) {
      double expected = (atGradientNorm(3) + atGradientNorm(0.5)) / 2;
      Critic critic = bent(tape, 3, 0.5);
      double value = value(tape, critic, clusters(6, 3, 1), clusters(6, 3, 2));
      assertThat(value)
          .as("%s: two gradient norms in one batch", penalty().name())
          .isCloseTo(expected, near(expected));
      Critic turned = bent(tape, 0.5, 3);
      double other = value(tape, turned, clusters(6, 3, 1), clusters(6, 3, 2));
      assertThat(other)
          .as("%s: with the gradient norms of real and fake exchanged", penalty().name())
          .isCloseTo(expected, near(expected));
    }
  }

  private static Offset<Double> near(double expected) {
    return within(1e-12 * (1 + Math.abs(expected)));
  }

  /** A sample of weight w counts w times as much as the mean has it. */
  @Test
  public final void weightsCount() {
    try (Backend backend = EveryBackend.open(REFERENCE, DType.FLOAT64);
        Tape tape = Tape.on(backend)) {
      double[] weights = {0.6, 0.1, 0.1, 0.2};
      double expected = 0.7 * atGradientNorm(3) + 0.3 * atGradientNorm(0.5);
      double value = value(tape, bent(tape, 3, 0.5), clusters(4, 2, 1), clusters(4, 2, 2), weights);
      assertThat(value)
          .as("%s: weighted samples; take means by meanReal and meanFake", penalty().name())
          .isCloseTo(expected, near(expected));
    }
  }

  /** The input gradient is taken where it is declared to be. */
  @Test
  public final void inputGradientsAreTakenInTheirPlace() {
    try (Backend backend = EveryBackend.open(REFERENCE, DType.FLOAT64);
        Tape tape = Tape.on(backend)) {
      HostArray real = clusters(6, 6, 1);
      HostArray fake = clusters(6, 0, 2);
      double value = value(tape, bent(tape, 3, 0.5), real, fake);
      switch (place()) {
        case REAL ->
            assertThat(value)
                .as("%s: at the real samples", penalty().name())
                .isCloseTo(atGradientNorm(3), near(value));
        case FAKE ->
            assertThat(value)
                .as("%s: at the generated samples", penalty().name())
                .isCloseTo(atGradientNorm(0.5), near(value));
        case BETWEEN ->
            assertThat(value)
                .as("%s: between the real and fake samples, some on either side", penalty().name())
                .isBetween(
                    Math.min(atGradientNorm(0.5), atGradientNorm(3)),
                    Math.max(atGradientNorm(0.5), atGradientNorm(3)))
                .isNotIn(atGradientNorm(0.5), atGradientNorm(3));
      }
    }
  }

  /**
   * Points between lie on their pair's line, each at a share of its own; points at or around one
   * half do not depend on the other.
   */
  @Test
  public final void pointsComeFromTheirHalves() {
    try (Backend backend = EveryBackend.open(REFERENCE, DType.FLOAT64);
        Tape tape = Tape.on(backend)) {
      HostArray real = Inputs.normal(Shape.of(50, 3), 1);
      HostArray fake = Inputs.normal(Shape.of(50, 3), 2);
      HostArray other = Inputs.normal(Shape.of(50, 3), 3);
      Critic curved = x -> linear(tape, 2).score(x).tanh();
      double value = value(tape, curved, real, fake);
      switch (place()) {
        case REAL ->
            assertThat(value(tape, curved, real, other))
                .as("%s: with other generated samples", penalty().name())
                .isEqualTo(value);
        case FAKE ->
            assertThat(value(tape, curved, other, fake))
                .as("%s: with other real samples", penalty().name())
                .isEqualTo(value);
        case BETWEEN -> assertOwnShares(tape, real, fake);
      }
    }
  }

  private void assertOwnShares(Tape tape, HostArray real, HostArray fake) {
    Critic plain = linear(tape, 1);
    double[][] last = new double[1][];
    Critic watching =
        x -> {
          last[0] = x.value().toDoubles();
          return plain.score(x);
        };
    value(tape, watching, real, fake);
    double[] shares = new double[50];
    for (int i = 0; i < last[0].length; i++) {
      double share = (last[0][i] - fake.at(i)) / (real.at(i) - fake.at(i));
      assertThat(share)
          .as("%s: share of coordinate %s on its pair's line", penalty().name(), i)
          .isBetween(-1e-12, 1 + 1e-12);
      shares[i / 3] = i % 3 == 0 ? share : shares[i / 3];
      assertThat(share)
          .as("%s: one share for all coordinates of a pair", penalty().name())
          .isCloseTo(shares[i / 3], within(1e-9));
    }
    assertThat(Arrays.stream(shares).distinct().count())
        .as("%s: different shares, one a pair", penalty().name())
        .isEqualTo(50);
  }

  /**
   * By the critic's parameters, to second order: the second and the third derivatives of the
   * critic.
   *
   * @param name the backend's name
   */
  @ParameterizedTest(name = ON)
  @MethodSource(BACKENDS)
  public final void derivativesAgreeWithDifferences(String name) {
    try (Backend backend = EveryBackend.open(name, DType.FLOAT64)) {
      GradientCheck.check(
          penalty() + " on " + name,
          backend,
          xs -> {
            Critic critic =
                x ->
                    x.dense(xs.get(0), xs.get(1), Activation.TANH)
                        .dense(xs.get(2), xs.get(3), Activation.IDENTITY);
            Tape tape = xs.get(0).tape();
            Var real = tape.watch(Inputs.normal(Shape.of(5, 3), 1).on(backend, DType.FLOAT64));
            Var fake = tape.watch(Inputs.normal(Shape.of(5, 3), 2).on(backend, DType.FLOAT64));
            return penalty().penalty(critic, new CriticScores(critic, real, fake), DRAWS);
          },
          Inputs.uniform(Shape.of(4, 3), 0.8, 1.6, 3),
          Inputs.normal(Shape.of(4), 4),
          Inputs.uniform(Shape.of(1, 4), 1, 2, 5),
          Inputs.normal(Shape.of(1), 6));
    }
  }

  /**
   * At gradient norm 3 the critic learns to be as the penalty wants: its gradient is that of
   * atGradientNorm.
   */
  @Test
  public final void theCriticLearns() {
    try (Backend backend = EveryBackend.open(REFERENCE, DType.FLOAT64);
        Tape tape = Tape.on(backend)) {
      Var norm = tape.watch(backend.full(Shape.scalar(), DType.FLOAT64, 3));
      Critic critic = x -> linear(tape, 1).score(x).multiply(norm);
      Var real = tape.watch(Inputs.normal(Shape.of(4, 3), 1).on(backend, DType.FLOAT64));
      Var fake = tape.watch(Inputs.normal(Shape.of(4, 3), 2).on(backend, DType.FLOAT64));
      Var value = penalty().penalty(critic, new CriticScores(critic, real, fake), DRAWS);
      double h = 1e-4;
      double expected = (atGradientNorm(3 + h) - atGradientNorm(3 - h)) / (2 * h);
      assertThat(tape.gradient(value, List.of(norm)).of(norm).item())
          .as(
              "%s: its gradient in the critic's gradient norm, at 3; is something detached?",
              penalty().name())
          .isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
    }
  }

  /**
   * A critic without input gradient, where a norm has no derivative, gets finite numbers.
   *
   * @param name the backend's name
   */
  @ParameterizedTest(name = ON)
  @MethodSource(BACKENDS)
  public final void flatCriticsGetFiniteDerivatives(String name) {
    for (DType dtype : DType.values()) {
      try (Backend backend = EveryBackend.open(name, dtype);
          Tape tape = Tape.on(backend)) {
        Var w = tape.watch(tape.zeros(Shape.of(3, 1), dtype).value());
        Critic flat = x -> x.matmul(w);
        Var real = tape.watch(Inputs.normal(Shape.of(4, 3), 1).on(backend, dtype));
        Var fake = tape.watch(Inputs.normal(Shape.of(4, 3), 2).on(backend, dtype));
        Var value = penalty().penalty(flat, new CriticScores(flat, real, fake), DRAWS);
        assertThat(value.item()).as("%s of a flat critic", penalty().name()).isFinite();
        List<Double> gradients =
            Evaluation.list(tape.gradient(value, List.of(w)).of(w).value().toDoubles());
        assertThat(gradients)
            .as(
                "%s: its gradient at a flat critic; InputGradients.norms has one there, a root has none",
                penalty().name())
            .allMatch(Double::isFinite, "finite");
      }
    }
  }

  /**
   * One update's draws give one value, and the samples stay as they were.
   *
   * @param name the backend's name
   */
  @ParameterizedTest(name = ON)
  @MethodSource(BACKENDS)
  public final void evaluationsChangeNothing(String name) {
    try (Backend backend = EveryBackend.open(name, DType.FLOAT64);
        Tape tape = Tape.on(backend)) {
      HostArray real = Inputs.normal(Shape.of(4, 3), 1);
      HostArray fake = Inputs.normal(Shape.of(4, 3), 2);
      Critic curved = x -> linear(tape, 2).score(x).tanh();
      Var x = tape.watch(real.on(backend, DType.FLOAT64));
      Var y = tape.watch(fake.on(backend, DType.FLOAT64));
      CriticScores scores = new CriticScores(curved, x, y);
      double once = penalty().penalty(curved, scores, DRAWS).item();
      assertThat(penalty().penalty(curved, scores, DRAWS).item())
          .as("%s once more", penalty().name())
          .isEqualTo(once);
      assertThat(x.value().toDoubles())
          .as("%s: the real samples afterwards", penalty().name())
          .isEqualTo(real.values());
      assertThat(y.value().toDoubles())
          .as("%s: the generated samples afterwards", penalty().name())
          .isEqualTo(fake.values());
    }
  }

  /** The name is fit for configs and the command line. */
  @Test
  public final void theNameIsInKebabCase() {
    assertThat(penalty().name())
        .as("%s: the name, for configs and the command line", penalty())
        .matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  }

  /** A config can hold the penalty and give it back. */
  @Test
  public final void thePenaltyIsAPlainRecord() {
    Records.assertPlain(penalty());
  }
}
