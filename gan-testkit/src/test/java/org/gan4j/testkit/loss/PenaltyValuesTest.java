package org.gan4j.testkit.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.random.Rng;
import org.gan4j.core.recipe.Recipes;
import org.gan4j.losses.Critic;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.Scores;
import org.gan4j.losses.penalty.Dragan;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.R2;
import org.gan4j.losses.penalty.WganGp;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Inputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the contract does not say of the shipped penalties, where the answer is known by hand. */
class PenaltyValuesTest {
  private static final Rng DRAWS = Rng.ofSeed(8);

  static List<CriticPenalty> all() {
    return Recipes.load().usual(CriticPenalty.class);
  }

  private static Backend open(String name, DType dtype) {
    return Backends.open(name, new BackendOptions(1, dtype));
  }

  private static HostArray real(int n) {
    return Inputs.normal(Shape.of(n, 3), 1);
  }

  private static HostArray fake(int n) {
    return Inputs.normal(Shape.of(n, 3), 2);
  }

  /** D(x) = wᵀx + 1 with ‖w‖ = scale: (2, 3, 6)/7 has norm 1. */
  private static Critic linear(Tape tape, double scale) {
    double[] w = {2 * scale / 7, 3 * scale / 7, 6 * scale / 7};
    Var column = tape.constant(tape.backend().tensor(Shape.of(3, 1), tape.backend().dtype(), w));
    return x -> x.matmul(column).add(1);
  }

  /** D(x) = ½‖x‖² has input gradient x: the sample's own, weighted by the sample's own weight. */
  @Test
  void meansAreThoseOfTheScores() {
    try (Backend backend = open("cpu", DType.FLOAT64);
        Tape tape = Tape.on(backend)) {
      Critic quadratic = x -> x.rowDots(x).multiply(0.5);
      Var real = tape.watch(backend.tensor(Shape.of(2, 1), DType.FLOAT64, 1.0, 3.0));
      Var fake = tape.watch(backend.tensor(Shape.of(2, 1), DType.FLOAT64, 2.0, 5.0));
      Scores scores =
          new CriticScores(quadratic, real, fake)
              .weighted(new double[] {0.25, 0.75}, new double[] {0.5, 0.5});
      assertThat(new R1(2).penalty(quadratic, scores, DRAWS).item())
          .isCloseTo(0.25 + 0.75 * 9, within(1e-14));
      assertThat(new R2(2).penalty(quadratic, scores, DRAWS).item())
          .isCloseTo(0.5 * 4 + 0.5 * 25, within(1e-14));
      assertThat(new Dragan(1, 0).penalty(quadratic, scores, DRAWS).item())
          .isCloseTo(0.25 * 0 + 0.75 * 4, within(1e-14));
    }
  }

  /**
   * A critic without any input gradient, where √ has no derivative: finite, and 0 as in PyTorch.
   */
  @ParameterizedTest
  @MethodSource("all")
  void zeroSlopeHasFiniteDerivatives(CriticPenalty penalty) {
    for (DType dtype : DType.values()) {
      try (Backend backend = open("cpu", dtype);
          Tape tape = Tape.on(backend)) {
        Var w = tape.watch(tape.zeros(Shape.of(3, 1), dtype).value());
        Critic flat = x -> x.matmul(w);
        Var real = tape.watch(real(4).on(backend, dtype));
        Var fake = tape.watch(fake(4).on(backend, dtype));
        Var value = penalty.penalty(flat, new CriticScores(flat, real, fake), DRAWS);
        double expected = penalty.equals(new WganGp()) || penalty.equals(new Dragan()) ? 10 : 0;
        assertThat(value.item()).isEqualTo(expected);
        Var norm = tape.gradient(value, List.of(w)).of(w);
        assertThat(norm.value().toDoubles()).containsOnly(0);
      }
    }
  }

  /** The shares of the points between the real and fake samples are spread over (0, 1). */
  @Test
  void pointsLieAllAlongTheLines() {
    try (Backend backend = open("cpu", DType.FLOAT64);
        Tape tape = Tape.on(backend)) {
      List<double[]> seen = new ArrayList<>();
      Critic linear = linear(tape, 1);
      Critic watching =
          x -> {
            seen.add(x.value().toDoubles());
            return linear.score(x);
          };
      Var real = tape.watch(real(50).on(backend, DType.FLOAT64));
      Var fake = tape.watch(fake(50).on(backend, DType.FLOAT64));
      new WganGp().penalty(watching, new CriticScores(linear, real, fake), DRAWS);
      double[] points = seen.get(0);
      double[] shares = IntStream.range(0, 50).mapToDouble(i -> share(points, 3 * i)).toArray();
      for (double from : new double[] {0, 0.25, 0.5, 0.75}) {
        assertThat(Arrays.stream(shares).filter(x -> from < x && x < from + 0.25).count())
            .as("of 50 uniform shares, those in a quarter from %s on", from)
            .isBetween(3L, 25L); // 12.5, and a standard deviation of 3.1
      }
    }
  }

  private static double share(double[] points, int i) {
    double from = fake(50).at(i);
    return (points[i] - from) / (real(50).at(i) - from);
  }

  @Test
  void halvesOfOneSizeAreNeeded() {
    try (Backend backend = open("cpu", DType.FLOAT64);
        Tape tape = Tape.on(backend)) {
      Critic critic = linear(tape, 1);
      Var real = tape.watch(real(4).on(backend, DType.FLOAT64));
      Var fake = tape.watch(fake(3).on(backend, DType.FLOAT64));
      Scores scores = new CriticScores(critic, real, fake);
      assertThatThrownBy(() -> new WganGp().penalty(critic, scores, DRAWS))
          .hasMessage(
              "interpolates: expected as many generated as real samples, got [3, 3] and [4, 3]");
      assertThat(new R1(2).penalty(critic, scores, DRAWS).item()).isCloseTo(1, within(1e-14));
    }
  }
}
