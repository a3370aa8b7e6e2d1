package org.gan4j.testkit.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gan4j.testkit.loss.EveryBackend.REFERENCE;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.Scores;
import org.gan4j.losses.theory.Theory;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.gradient.GradientCheck;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a loss must keep to. Inherit it, say which loss, and every test runs:
 *
 * <pre>{@code
 * class HingeIsALoss extends GanLossContract {
 *   protected GanLoss loss() {
 *     return new Hinge();
 *   }
 * }
 * }</pre>
 *
 * <p>What the loss declares as its {@link GanLoss#theory} is checked too; what it does not declare
 * is not. Numbers are checked on every backend of the class path that works there, with {@code
 * reference} as the oracle: with ND4J's natives in the test scope, on {@code nd4j} too.
 */
public abstract class GanLossContract {
  private static final String BACKENDS = "org.gan4j.testkit.loss.EveryBackend#names";
  private static final String OTHERS = "org.gan4j.testkit.loss.EveryBackend#others";
  private static final String ON = "on {0}";
  private static final double[] EXTREMES = {30, 100, 1e4};
  private static final double[] REAL = {-2.3, -1.4, 0.3, 0.72, 1.6, 2.2};
  private static final double[] FAKE = {1.7, -0.55, 2.4, -1.8, 0.2, -0.3};

  /** Makes the contract of one loss. */
  protected GanLossContract() {}

  /** {@return the loss under test} */
  protected abstract GanLoss loss();

  /** {@return the largest logit of either sign at which the exact values fit into FLOAT32} */
  protected double largestLogit() {
    return 1e4;
  }

  /** {@return whether the i-th real and the i-th generated sample belong together} */
  protected boolean pairs() {
    return false;
  }

  /** {@return the logit of a critic that cannot tell: the declared one, otherwise 0} */
  protected double neutral() {
    return loss().theory().flatMap(Theory::optimalCritic).map(c -> c.apply(0).middle()).orElse(0.0);
  }

  private Evaluation evaluate(String backend, DType dtype, double[] real, double[] fake) {
    try (Backend open = EveryBackend.open(backend, dtype)) {
      return Evaluation.of(loss(), open, real, fake);
    }
  }

  private static double[] logits(double[] values, double scale) {
    return Arrays.stream(values).map(x -> x * scale).toArray();
  }

  /**
   * Values and gradients at logits of 30, 100 and 10 000, of either sign, in both types.
   *
   * @param name the backend's name
   */
  @ParameterizedTest(name = ON)
  @MethodSource(BACKENDS)
  public final void largeLogitsGiveFiniteNumbers(String name) {
    for (DType dtype : DType.values()) {
      try (Backend backend = EveryBackend.open(name, dtype)) {
        for (double extreme : EXTREMES) {
          for (double sign : new double[] {1, -1}) {
            double x = sign * extreme;
            if (extreme <= largestLogit()) {
              for (double other : new double[] {-x, x, neutral()}) {
                Evaluation found =
                    Evaluation.of(loss(), backend, new double[] {x}, new double[] {other});
                assertThat(found.numbers())
                    .as(
                        "%s: L_D, L_G and their gradients at a real logit of %s and a generated"
                            + " one of %s, on %s in %s; write them with softplus in place of log"
                            + " and exp, or, where the exact numbers leave FLOAT32, override"
                            + " largestLogit()",
                        loss().name(), x, other, name, dtype)
                    .allMatch(Double::isFinite, "finite");
              }
            }
          }
        }
      }
    }
  }

  /**
   * Both objectives by all logits, to second order.
   *
   * @param backend the backend's name
   */
  @ParameterizedTest(name = ON)
  @MethodSource(BACKENDS)
  public final void derivativesAgreeWithDifferences(String backend) {
    List<BiFunction<GanLoss, Scores, Var>> objectives =
        List.of(GanLoss::discriminator, GanLoss::generator);
    try (Backend open = EveryBackend.open(backend, DType.FLOAT64)) {
      for (BiFunction<GanLoss, Scores, Var> objective : objectives) {
        GradientCheck.check(
            loss() + " on " + backend,
            open,
            xs -> objective.apply(loss(), FixedScores.of(xs.get(0), xs.get(1))),
            column(REAL),
            column(FAKE));
      }
    }
  }

  private static HostArray column(double[] values) {
    return HostArray.of(Shape.of(values.length, 1), values);
  }

  /** The batch twice over gives the same values, and so halves each logit's gradient. */
  @Test
  public final void lossesAreMeansNotSums() {
    Evaluation once = evaluate(REFERENCE, DType.FLOAT64, REAL, FAKE);
    Evaluation twice = evaluate(REFERENCE, DType.FLOAT64, twice(REAL), twice(FAKE));
    String mean = "of the batch twice over; expected the batch's own: a mean, not a sum";
    assertNear("L_D " + mean, twice.discriminator(), once.discriminator());
    assertNear("L_G " + mean, twice.generator(), once.generator());
    for (int i = 0; i < FAKE.length; i++) {
      assertNear(
          "twice the gradient of L_G " + mean,
          2 * twice.generatorFake().get(i),
          once.generatorFake().get(i));
    }
  }

  private static double[] twice(double[] values) {
    double[] both = Arrays.copyOf(values, 2 * values.length);
    System.arraycopy(values, 0, both, values.length, values.length);
    return both;
  }

  private void assertNear(String what, double actual, double expected) {
    assertThat(actual)
        .as("%s: %s", loss().name(), what)
        .isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected))));
  }

  /** The order of the samples does not matter; of pairs, the order of the pairs. */
  @Test
  public final void orderDoesNotMatter() {
    Evaluation one = evaluate(REFERENCE, DType.FLOAT64, REAL, FAKE);
    double[] fake = pairs() ? rotated(FAKE, 2) : rotated(FAKE, 3);
    Evaluation other = evaluate(REFERENCE, DType.FLOAT64, rotated(REAL, 2), fake);
    String order =
        "in another order; where the i-th real and the i-th generated sample belong together,"
            + " override pairs()";
    assertNear("L_D " + order, other.discriminator(), one.discriminator());
    assertNear("L_G " + order, other.generator(), one.generator());
  }

  private static double[] rotated(double[] values, int by) {
    double[] rotated = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      rotated[i] = values[(i + by) % values.length];
    }
    return rotated;
  }

  /** A sample of weight k/n counts as k of n samples. */
  @Test
  public final void weightsCount() {
    double[] weights = {1 / 6.0, 2 / 6.0, 3 / 6.0};
    double[] others = pairs() ? weights : new double[] {3 / 6.0, 2 / 6.0, 1 / 6.0};
    double[] real = {-1.4, 0.3, 2.2};
    double[] fake = {1.7, -0.3, 0.6};
    double[] manyReal = {-1.4, 0.3, 0.3, 2.2, 2.2, 2.2};
    double[] manyFake =
        pairs()
            ? new double[] {1.7, -0.3, -0.3, 0.6, 0.6, 0.6}
            : new double[] {1.7, 1.7, 1.7, -0.3, -0.3, 0.6};
    try (Backend backend = EveryBackend.open(REFERENCE, DType.FLOAT64)) {
      Evaluation weighted = Evaluation.of(loss(), backend, real, weights, fake, others);
      Evaluation many = Evaluation.of(loss(), backend, manyReal, manyFake);
      String weight = "of weighted samples; take means by meanReal and meanFake";
      assertNear("L_D " + weight, weighted.discriminator(), many.discriminator());
      assertNear("L_G " + weight, weighted.generator(), many.generator());
    }
  }

  /**
   * Two evaluations give the same bits and leave the logits as they were.
   *
   * @param name the backend's name
   */
  @ParameterizedTest(name = ON)
  @MethodSource(BACKENDS)
  public final void evaluationsChangeNothing(String name) {
    for (DType dtype : DType.values()) {
      try (Backend backend = EveryBackend.open(name, dtype);
          Tape tape = Tape.on(backend)) {
        FixedScores scores = FixedScores.of(tape, dtype, REAL, FAKE);
        double[] real = scores.real().value().toDoubles();
        double[] fake = scores.fake().value().toDoubles();
        double d = loss().discriminator(scores).item();
        double g = loss().generator(scores).item();
        assertThat(scores.real().value().toDoubles())
            .as("%s: the real logits afterwards", loss().name())
            .isEqualTo(real);
        assertThat(scores.fake().value().toDoubles())
            .as("%s: the generated logits afterwards", loss().name())
            .isEqualTo(fake);
        assertThat(loss().discriminator(scores).item())
            .as("%s: L_D once more", loss().name())
            .isEqualTo(d);
        assertThat(loss().generator(scores).item())
            .as("%s: L_G once more", loss().name())
            .isEqualTo(g);
      }
    }
  }

  /** What the critic gives a sample that is e² times as likely to be generated. */
  private double suspicious() {
    return loss()
        .theory()
        .flatMap(Theory::optimalCritic)
        .map(c -> c.apply(-2).middle())
        .orElse(neutral() - 1);
  }

  /** Where the critic is suspicious, L_G has a gradient in every generated logit. */
  @Test
  public final void theGeneratorLearns() {
    double[] logits = around(suspicious());
    Evaluation found = evaluate(REFERENCE, DType.FLOAT64, logits, logits);
    assertThat(found.generatorFake())
        .as(
            "%s: gradient of L_G in the generated logits where D is suspicious; is something"
                + " detached?",
            loss().name())
        .allMatch(slope -> Math.abs(slope) > 1e-9, "not 0");
  }

  private static double[] around(double centre) {
    return new double[] {centre - 0.1, centre, centre + 0.07};
  }

  /**
   * D raises real logits and lowers generated ones where it cannot tell; G raises generated ones
   * where D is suspicious.
   */
  @Test
  public final void stepsGoTheRightWay() {
    double[] logits = around(neutral());
    Evaluation found = evaluate(REFERENCE, DType.FLOAT64, logits, logits);
    assertThat(found.discriminatorReal())
        .as(
            "%s: gradient of L_D in the real logits, which D raises; negate the term of"
                + " the real logits if the signs are exchanged",
            loss().name())
        .allMatch(slope -> slope < 0, "below 0");
    assertThat(found.discriminatorFake())
        .as(
            "%s: gradient of L_D in the fake logits, which D lowers; negate the term of the fake"
                + " logits if the signs are exchanged",
            loss().name())
        .allMatch(slope -> slope > 0, "above 0");
    double[] low = around(suspicious());
    found = evaluate(REFERENCE, DType.FLOAT64, low, low);
    assertThat(found.generatorFake())
        .as(
            "%s: gradient of L_G in the fake logits, which G raises; negate L_G if it is to be"
                + " maximised",
            loss().name())
        .allMatch(slope -> slope < 0, "below 0");
  }

  /**
   * Where D is sure, gradients neither end nor bend, as they do where a probability was clipped or
   * an ε was added inside a logarithm. D learns from its mistakes, however sure it is.
   */
  @Test
  public final void gradientsReachFarLogits() {
    new FarGradients(loss(), neutral(), largestLogit()).check();
  }

  /**
   * FLOAT32 gives what the reference gives in FLOAT64, at large logits too.
   *
   * @param name the backend's name
   */
  @ParameterizedTest(name = ON)
  @MethodSource(BACKENDS)
  public final void singleAgreesWithDouble(String name) {
    for (double scale : new double[] {1, 10, 30, 1000, 2000}) {
      if (2.4 * scale <= largestLogit() / 2) {
        double[] real = logits(REAL, scale);
        double[] fake = logits(FAKE, scale);
        Evaluation single = evaluate(name, DType.FLOAT32, real, fake);
        List<Double> exact = evaluate(REFERENCE, DType.FLOAT64, real, fake).numbers();
        for (int i = 0; i < exact.size(); i++) {
          assertThat(exact.get(i))
              .as(
                  "%s: %s in FLOAT64, logits up to %s; where the exact number is too large,"
                      + " override largestLogit()",
                  loss().name(), single.nameOf(i), 2.4 * scale)
              .isFinite();
          assertThat(single.numbers().get(i))
              .as(
                  "%s: %s on %s in FLOAT32, logits up to %s; %s",
                  loss().name(), single.nameOf(i), name, 2.4 * scale, advice(exact.get(i)))
              .isCloseTo(exact.get(i), within(3e-5 * Math.abs(exact.get(i)) + 3e-6));
        }
      }
    }
  }

  private static String advice(double exact) {
    return Math.abs(exact) > Float.MAX_VALUE
        ? "the exact number is too large for FLOAT32, so override largestLogit()"
        : "digits are lost: write the loss with softplus on logits, not with log and exp or with"
            + " an epsilon beside a probability";
  }

  /**
   * Every backend gives what the reference gives.
   *
   * @param backend the backend's name
   */
  @ParameterizedTest(name = ON)
  @MethodSource(OTHERS)
  public final void backendsAgree(String backend) {
    Evaluation expected = evaluate(REFERENCE, DType.FLOAT64, REAL, FAKE);
    List<Double> actual = evaluate(backend, DType.FLOAT64, REAL, FAKE).numbers();
    for (int i = 0; i < actual.size(); i++) {
      assertNear(expected.nameOf(i) + " on " + backend, actual.get(i), expected.numbers().get(i));
    }
  }

  /** The name is fit for configs and the command line. */
  @Test
  public final void theNameIsInKebabCase() {
    assertThat(loss().name())
        .as("%s: the name, for configs and the command line", loss())
        .matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  }

  /** A config can hold the loss and give it back. */
  @Test
  public final void theLossIsAPlainRecord() {
    Records.assertPlain(loss());
  }

  /**
   * What the loss declares, one check a statement: its kind, the optimal critic, the value, the
   * equilibrium, what G descends, and where the game is zero-sum.
   *
   * @return the checks of what is declared
   */
  @TestFactory
  public final Stream<DynamicTest> declarationsHold() {
    return loss()
        .theory()
        .map(theory -> new TheoryCheck(loss(), theory).all())
        .orElseGet(
            () ->
                Stream.of(
                    dynamicTest(
                        "no theory is declared", () -> assertThat(loss().theory()).isEmpty())));
  }
}
