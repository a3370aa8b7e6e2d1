package org.gan4j.testkit.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.gan4j.core.DType;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.OriginalMinimax;
import org.gan4j.losses.Scores;
import org.gan4j.testkit.backend.DeferredBackend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and gradients of the two original losses where a naive formula is wrong. */
class LossValuesTest {
  private static final double[] NONE = {0};
  private static final GanLoss MINIMAX = new OriginalMinimax();
  private static final GanLoss NON_SATURATING = new NonSaturating();

  static List<Arguments> backends() {
    List<Arguments> all = new ArrayList<>();
    for (String name : List.of("reference", "cpu", "deferred")) {
      for (DType dtype : DType.values()) {
        all.add(Arguments.of(name, dtype));
      }
    }
    return all;
  }

  private static void onTape(String name, DType dtype, BiConsumer<Tape, DType> work) {
    BackendOptions options = new BackendOptions(1, dtype);
    try (Backend backend =
            name.equals("deferred")
                ? DeferredBackend.open(inner -> Backends.open("cpu", inner), options)
                : Backends.open(name, options);
        Tape tape = Tape.on(backend)) {
      work.accept(tape, dtype);
    }
  }

  /** Relative, in the tails too; below the smallest normal number, to two steps of the type. */
  private static void assertNear(String what, double expected, Var actual) {
    boolean single = actual.dtype() == DType.FLOAT32;
    double step = single ? Float.MIN_VALUE : Double.MIN_VALUE;
    double bound = (single ? 1e-6 : 1e-14) * Math.abs(expected) + 2 * step;
    assertThat(actual.item()).as(what).isCloseTo(expected, within(bound));
  }

  @ParameterizedTest
  @MethodSource("backends")
  void discriminatorAtLargeLogits(String name, DType dtype) throws IOException {
    List<GoldenValues> golden = GoldenValues.read();
    assertThat(golden).hasSize(11);
    double log2 = GoldenValues.at(golden, 0).softplus();
    onTape(
        name,
        dtype,
        (tape, type) -> {
          for (GoldenValues row : golden) {
            GoldenValues mirror = GoldenValues.at(golden, -row.x());
            for (GanLoss loss : List.of(MINIMAX, NON_SATURATING)) {
              String what = loss.name() + " at logit " + row.x();
              FixedScores real = FixedScores.of(tape, type, new double[] {row.x()}, NONE);
              Var onReal = loss.discriminator(real);
              assertNear(what + " of real", log2 + mirror.softplus(), onReal);
              assertNear(
                  what + ", real gradient", -mirror.sigmoid(), gradient(onReal, real.real()));
              FixedScores fake = FixedScores.of(tape, type, NONE, new double[] {row.x()});
              Var onFake = loss.discriminator(fake);
              assertNear(what + " of fake", log2 + row.softplus(), onFake);
              assertNear(what + ", fake gradient", row.sigmoid(), gradient(onFake, fake.fake()));
            }
          }
        });
  }

  @ParameterizedTest
  @MethodSource("backends")
  void generatorAtLargeLogits(String name, DType dtype) throws IOException {
    List<GoldenValues> golden = GoldenValues.read();
    onTape(
        name,
        dtype,
        (tape, type) -> {
          for (GoldenValues row : golden) {
            GoldenValues mirror = GoldenValues.at(golden, -row.x());
            String at = " at logit " + row.x();
            FixedScores scores = FixedScores.of(tape, type, NONE, new double[] {row.x()});
            Var minimax = MINIMAX.generator(scores);
            assertNear("minimax" + at, -row.softplus(), minimax);
            assertNear("minimax gradient" + at, -row.sigmoid(), gradient(minimax, scores.fake()));
            Var other = NON_SATURATING.generator(scores);
            assertNear("non-saturating" + at, mirror.softplus(), other);
            Var gradient = gradient(other, scores.fake());
            assertNear("non-saturating gradient" + at, -mirror.sigmoid(), gradient);
          }
        });
  }

  private static Var gradient(Var loss, Var logits) {
    return loss.tape().gradient(loss, List.of(logits)).of(logits);
  }

  /** The trap that log(σ(x) + 1e-8) falls into: its gradient here is 9e-6. */
  @ParameterizedTest
  @MethodSource("backends")
  void nonSaturatingDoesNotSaturate(String name, DType dtype) {
    onTape(
        name,
        dtype,
        (tape, type) -> {
          FixedScores scores = FixedScores.of(tape, type, NONE, new double[] {-30});
          Var gradient = gradient(NON_SATURATING.generator(scores), scores.fake());
          assertThat(gradient.item()).isCloseTo(-1, within(1e-6));
          Var saturated = gradient(MINIMAX.generator(scores), scores.fake());
          assertThat(saturated.item()).isCloseTo(0, within(1e-12)).isNegative();
        });
  }

  /**
   * p = (3/4, 1/4), q = (1/4, 3/4) and the optimal critic log p/q = ±log 3; the numbers are of the
   * closed forms log 4 − 2 JSD and −½ of it, to six digits.
   */
  @ParameterizedTest
  @MethodSource("backends")
  void atomsAtTheOptimalCritic(String name, DType dtype) {
    double logit = Math.log(3);
    double[] real = {logit, logit, logit, -logit};
    double[] fake = {logit, -logit, -logit, -logit};
    double[] atoms = {logit, -logit};
    onTape(
        name,
        dtype,
        (tape, type) -> {
          FixedScores repeated = FixedScores.of(tape, type, real, fake);
          Scores weighted =
              FixedScores.of(tape, type, atoms, atoms)
                  .weighted(new double[] {0.75, 0.25}, new double[] {0.25, 0.75});
          for (Scores scores : List.of(repeated, weighted)) {
            assertThat(MINIMAX.discriminator(scores).item()).isCloseTo(1.124670, within(6e-7));
            assertThat(MINIMAX.generator(scores).item()).isCloseTo(-0.562335, within(6e-7));
            assertThat(NON_SATURATING.generator(scores).item())
                .isCloseTo(0.75 * Math.log(4) + 0.25 * Math.log(4.0 / 3), within(6e-7));
          }
        });
  }

  @ParameterizedTest
  @MethodSource("backends")
  void scoresAreTheirOwnInputs(String name, DType dtype) {
    onTape(
        name,
        dtype,
        (tape, type) -> {
          FixedScores scores = FixedScores.of(tape, type, new double[] {1, 2}, new double[] {3});
          Var mean = scores.meanReal(scores.real());
          assertThat(mean.item()).isEqualTo(1.5);
          assertThat(gradient(mean, scores.realInput()).value().toDoubles())
              .containsExactly(0.5, 0.5);
          assertThat(scores.fakeInput()).isSameAs(scores.fake());
          assertThatThrownBy(() -> scores.weighted(new double[] {1}, new double[] {1}))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessage(
                  "scores: expected one weight per logit, got weights [1, 1] for logits [2, 1]");
        });
  }
}
