package org.gan4j.testkit.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.random.Rng;
import org.gan4j.losses.Critic;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.Penalties;
import org.gan4j.losses.Scores;
import org.gan4j.losses.penalty.Dragan;
import org.gan4j.losses.penalty.OneSidedGp;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.R2;
import org.gan4j.losses.penalty.WganGp;
import org.gan4j.losses.penalty.ZeroCentredGp;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Inputs;
import org.gan4j.testkit.gradient.GradientCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Penalties where the answer is known: linear and quadratic critics, and PyTorch's numbers. */
class PenaltyValuesTest {
  private static final Rng DRAWS = Rng.ofSeed(8);

  static List<CriticPenalty> all() {
    return Penalties.all();
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

  private static double value(CriticPenalty penalty, Tape tape, int n, Critic critic) {
    Var real = tape.watch(real(n).on(tape.backend(), tape.backend().dtype()));
    Var fake = tape.watch(fake(n).on(tape.backend(), tape.backend().dtype()));
    return penalty.penalty(critic, new CriticScores(critic, real, fake), DRAWS).item();
  }

  /** D(x) = wᵀx + 1 with ‖w‖ = scale: (2, 3, 6)/7 has norm 1. */
  private static Critic linear(Tape tape, double scale) {
    double[] w = {2 * scale / 7, 3 * scale / 7, 6 * scale / 7};
    Var column = tape.constant(tape.backend().tensor(Shape.of(3, 1), tape.backend().dtype(), w));
    return x -> x.matmul(column).add(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64})
  void unitSlopeCostsNothing(int n) {
    for (String name : List.of("reference", "cpu")) {
      for (DType dtype : DType.values()) {
        try (Backend backend = open(name, dtype);
            Tape tape = backend.tape()) {
          double bound = dtype == DType.FLOAT32 ? 1e-11 : 1e-28;
          for (CriticPenalty penalty : List.of(new WganGp(10), new OneSidedGp(10))) {
            double value = value(penalty, tape, n, linear(tape, 1));
            assertThat(value).as("%s on %s", penalty, name).isBetween(0.0, bound);
          }
        }
      }
    }
  }

  /** (γ/2)s² of R1 and R2, λ(s − 1)² of WGAN-GP and DRAGAN, 0 below 1 of the one-sided, λs². */
  @ParameterizedTest
  @CsvSource({"1, 0.5", "7, 3", "64, 3"})
  void linearCritics(int n, double scale) {
    double squares = scale * scale;
    double off = (scale - 1) * (scale - 1);
    try (Backend backend = open("cpu", DType.FLOAT64);
        Tape tape = backend.tape()) {
      Critic critic = linear(tape, scale);
      assertThat(value(new R1(6), tape, n, critic)).isCloseTo(3 * squares, within(1e-12));
      assertThat(value(new R2(5), tape, n, critic)).isCloseTo(2.5 * squares, within(1e-12));
      assertThat(value(new WganGp(7), tape, n, critic)).isCloseTo(7 * off, within(1e-12));
      assertThat(value(new Dragan(7, 0.5), tape, n, critic)).isCloseTo(7 * off, within(1e-12));
      assertThat(value(new OneSidedGp(7), tape, n, critic))
          .isCloseTo(scale > 1 ? 7 * off : 0, within(1e-12));
      assertThat(value(new ZeroCentredGp(7), tape, n, critic))
          .isCloseTo(7 * squares, within(1e-12));
    }
  }

  /** D(x) = ½‖x‖² has slope x: the sample's own, weighted by the sample's own weight. */
  @Test
  void meansAreThoseOfTheScores() {
    try (Backend backend = open("cpu", DType.FLOAT64);
        Tape tape = backend.tape()) {
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

  /** First order of the penalty by the critic's weights, hence second of the critic; and beyond. */
  @ParameterizedTest
  @MethodSource("all")
  void derivativesAgreeWithDifferences(CriticPenalty penalty) {
    try (Backend backend = open("cpu", DType.FLOAT64)) {
      GradientCheck.check(
          penalty.toString(),
          backend,
          xs -> {
            Critic critic =
                x ->
                    x.dense(xs.get(0), xs.get(1), Activation.TANH)
                        .dense(xs.get(2), xs.get(3), Activation.IDENTITY);
            Tape tape = xs.get(0).tape();
            Var real = tape.watch(real(5).on(backend, DType.FLOAT64));
            Var fake = tape.watch(fake(5).on(backend, DType.FLOAT64));
            return penalty.penalty(critic, new CriticScores(critic, real, fake), DRAWS);
          },
          Inputs.uniform(Shape.of(4, 3), 0.8, 1.6, 3),
          Inputs.normal(Shape.of(4), 4),
          Inputs.uniform(Shape.of(1, 4), 1, 2, 5),
          Inputs.normal(Shape.of(1), 6));
    }
  }

  /** A critic without any slope, where √ has no derivative: finite, and 0 as in PyTorch. */
  @ParameterizedTest
  @MethodSource("all")
  void zeroSlopeHasFiniteDerivatives(CriticPenalty penalty) {
    for (DType dtype : DType.values()) {
      try (Backend backend = open("cpu", dtype);
          Tape tape = backend.tape()) {
        Var w = tape.watch(tape.zeros(Shape.of(3, 1), dtype).value());
        Critic flat = x -> x.matmul(w);
        Var real = tape.watch(real(4).on(backend, dtype));
        Var fake = tape.watch(fake(4).on(backend, dtype));
        Var value = penalty.penalty(flat, new CriticScores(flat, real, fake), DRAWS);
        double expected = penalty.equals(new WganGp()) || penalty.equals(new Dragan()) ? 10 : 0;
        assertThat(value.item()).isEqualTo(expected);
        Var slope = tape.gradient(value, List.of(w)).of(w);
        assertThat(slope.value().toDoubles()).containsOnly(0);
      }
    }
  }

  /** Each point lies on its own pair's line, at a share of its own in (0, 1). */
  @Test
  void pointsLieBetweenTheHalves() {
    try (Backend backend = open("cpu", DType.FLOAT64);
        Tape tape = backend.tape()) {
      List<double[]> seen = new ArrayList<>();
      Critic linear = linear(tape, 1);
      Critic watching =
          x -> {
            seen.add(x.value().toDoubles());
            return linear.score(x);
          };
      value(new WganGp(), tape, 50, watching);
      double[] points = seen.get(2); // after the scores of both halves
      List<Double> shares = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        double share = share(points, 3 * i);
        assertThat(share).isBetween(0.0, 1.0);
        assertThat(share(points, 3 * i + 1)).isCloseTo(share, within(1e-9));
        assertThat(share(points, 3 * i + 2)).isCloseTo(share, within(1e-9));
        shares.add(share);
      }
      assertThat(shares).doesNotHaveDuplicates().anyMatch(s -> s < 0.2).anyMatch(s -> s > 0.8);
    }
  }

  private static double share(double[] points, int i) {
    double from = fake(50).at(i);
    return (points[i] - from) / (real(50).at(i) - from);
  }

  @Test
  void halvesOfOneSizeAreNeeded() {
    try (Backend backend = open("cpu", DType.FLOAT64);
        Tape tape = backend.tape()) {
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
