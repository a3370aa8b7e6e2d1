package org.gan4j.testkit.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gan4j.core.DType;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.random.Rng;
import org.gan4j.losses.Critic;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.penalty.Dragan;
import org.gan4j.losses.penalty.OneSidedGp;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.R2;
import org.gan4j.losses.penalty.WganGp;
import org.gan4j.losses.penalty.ZeroCentredGp;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.loss.CriticScores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Penalties of one small MLP, and their gradients in its parameters, against penalties.csv. */
class TorchPenaltiesTest {
  private static final Map<String, HostArray> NUMBERS = TorchNumbers.read("penalties.csv");
  private static final int PARAMETERS = 6;

  static List<CriticPenalty> penalties() {
    return List.of(
        new R1(2),
        new R2(3),
        new WganGp(10),
        new OneSidedGp(5),
        new ZeroCentredGp(4),
        new Dragan(7, 0));
  }

  @ParameterizedTest
  @MethodSource("penalties")
  void valuesAndGradientsAgree(CriticPenalty penalty) {
    for (String name : List.of("reference", "cpu")) {
      try (Backend backend = Backends.open(name, new BackendOptions(1, DType.FLOAT64));
          Tape tape = Tape.on(backend)) {
        List<Var> p = new ArrayList<>();
        for (int i = 0; i < PARAMETERS; i++) {
          p.add(watched(tape, "p" + i));
        }
        Var real = watched(tape, "real");
        Var fake = watched(tape, penalty instanceof R2 ? "fake" : "real");
        Critic critic = mlp(p);
        Var value = penalty.penalty(critic, new CriticScores(critic, real, fake), Rng.ofSeed(1));
        assertNear(penalty.name() + "/value", value);
        Gradients gradients = tape.gradient(value, p);
        for (int i = 0; i < PARAMETERS; i++) {
          assertNear(penalty.name() + "/p" + i, gradients.of(p.get(i)));
        }
      }
    }
  }

  private static Var watched(Tape tape, String name) {
    return tape.watch(NUMBERS.get(name).on(tape.backend(), DType.FLOAT64));
  }

  private static Critic mlp(List<Var> p) {
    return x ->
        x.dense(p.get(0), p.get(1), Activation.TANH)
            .dense(p.get(2), p.get(3), Activation.leakyRelu(0.2))
            .dense(p.get(4), p.get(5), Activation.IDENTITY);
  }

  private static void assertNear(String name, Var actual) {
    double[] expected = NUMBERS.get(name).values();
    assertThat(actual.value().toDoubles()).as(name).hasSize(expected.length);
    double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(actual.value().toDoubles())
        .as(name)
        .containsExactly(expected, within(1e-13 * Math.max(1, scale)));
  }
}
