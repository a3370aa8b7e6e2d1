package org.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.DType;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.OriginalMinimax;
import org.gan4j.losses.RelativisticPaired;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.R2;
import org.gan4j.nn.BatchNorm;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Dropout;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Pack;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.Sgd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The regularised step against the plain one. With the rate 1 a plain step is −v, so that ½‖v‖² and
 * its differences come from the trainer without consensus alone.
 */
class ConsensusTest {
  private static final double GAMMA = 0.7;
  private static final double WIDTH = 2e-4;

  private static final LayerSpec PLAIN =
      Sequential.of(new Dense(3, Activation.TANH), new Dense(1, Activation.IDENTITY));

  /** Couples, drops and packs samples, so that every such layer is differentiated twice. */
  private static final LayerSpec MIXED =
      new Pack(
          2,
          Sequential.of(
              new Dense(4, Activation.TANH),
              new Dropout(0.3),
              new BatchNorm(),
              new Dense(1, Activation.IDENTITY)));

  static Stream<Arguments> games() {
    List<CriticPenalty> none = List.of();
    List<CriticPenalty> penalties = List.of(new R1(0.5), new R2(0.3));
    return Stream.of("reference", "cpu")
        .flatMap(
            backend ->
                Stream.of(
                    Arguments.of(backend, game(new OriginalMinimax(), none, PLAIN)),
                    Arguments.of(backend, game(new NonSaturating(), penalties, PLAIN)),
                    Arguments.of(backend, game(new RelativisticPaired(), penalties, MIXED))));
  }

  private static GanConfig game(GanLoss loss, List<CriticPenalty> penalties, LayerSpec critic) {
    Sequential generator =
        Sequential.of(
            new Dense(3, Activation.TANH), new BatchNorm(), new Dense(2, Activation.IDENTITY));
    return GanConfig.of(
            Runs.ring(new Simultaneous(), 1).data(),
            2,
            loss,
            new Player(generator, new Sgd(1)),
            new Player(critic, new Sgd(1)))
        .withPenalties(penalties)
        .withUpdates(new Simultaneous())
        .withBatch(6)
        .withDtype(DType.FLOAT64)
        .withThreads(1);
  }

  private static List<Parameter> parameters(GanTrainer trainer) {
    return Stream.of(trainer.generator(), trainer.discriminator())
        .flatMap(network -> network.parameters().stream())
        .toList();
  }

  private static double[] numbers(GanTrainer trainer) {
    return parameters(trainer).stream()
        .flatMapToDouble(parameter -> Arrays.stream(parameter.value().toDoubles()))
        .toArray();
  }

  private static void load(GanTrainer trainer, Backend backend, double[] values) {
    try (Tape tape = Tape.on(backend)) {
      int from = 0;
      for (Parameter parameter : parameters(trainer)) {
        int to = from + (int) parameter.shape().size();
        double[] own = Arrays.copyOfRange(values, from, to);
        backend.assign(
            parameter.state(), tape.backend().tensor(parameter.shape(), parameter.dtype(), own));
        from = to;
      }
    }
  }

  /** By how much the first step from x lowers each parameter. */
  private static double[] descent(GanConfig config, Backend backend, double[] x)
      throws IOException {
    GanTrainer trainer = GanTrainer.open(config, backend);
    load(trainer, backend, x);
    trainer.step();
    double[] after = numbers(trainer);
    double[] descent = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      descent[i] = x[i] - after[i];
    }
    return descent;
  }

  /** ½‖v‖² at x with one coordinate moved. */
  private static double energy(
      GanConfig config, Backend backend, double[] x, int coordinate, double by) throws IOException {
    double[] moved = x.clone();
    moved[coordinate] += by;
    return Arrays.stream(descent(config, backend, moved)).map(v -> v * v / 2).sum();
  }

  /** By a fourth-order difference; batch norm needs the small width. */
  private static double derivative(GanConfig config, Backend backend, double[] x, int i)
      throws IOException {
    double near = energy(config, backend, x, i, WIDTH) - energy(config, backend, x, i, -WIDTH);
    double far =
        energy(config, backend, x, i, 2 * WIDTH) - energy(config, backend, x, i, -2 * WIDTH);
    return (8 * near - far) / (12 * WIDTH);
  }

  @ParameterizedTest
  @MethodSource("games")
  void stepsDescendWhatDifferencesSay(String name, GanConfig game) throws IOException {
    GanConfig config = game.withBackend(name);
    try (Backend backend = Runs.backend(config)) {
      double[] x = numbers(GanTrainer.open(config, backend));
      double[] plain = descent(config, backend, x);
      double[] regularised = descent(config.withUpdates(new Consensus(GAMMA)), backend, x);
      double largest = 0;
      for (int i = 0; i < x.length; i++) {
        double expected = GAMMA * derivative(config, backend, x, i);
        assertThat(regularised[i] - plain[i])
            .as("number %s of %s", i, x.length)
            .isCloseTo(expected, within(1e-10));
        largest = Math.max(largest, Math.abs(expected));
      }
      assertThat(largest).isGreaterThan(0.01); // so that the tolerance means something
    }
  }

  /** γ so small that only v is left: the same gradients as those from two tapes. */
  @ParameterizedTest
  @MethodSource("games")
  void withoutWeightItIsThePlainStep(String name, GanConfig game) throws IOException {
    GanConfig config = game.withBackend(name);
    try (Backend backend = Runs.backend(config)) {
      GanTrainer plain = GanTrainer.open(config, backend);
      GanTrainer vanishing = GanTrainer.open(config.withUpdates(new Consensus(1e-300)), backend);
      for (int i = 0; i < 3; i++) {
        assertThat(vanishing.step()).isEqualTo(plain.step());
      }
      assertThat(numbers(vanishing)).isEqualTo(numbers(plain));
      plain
          .discriminator()
          .buffers()
          .forEach(
              (path, state) ->
                  assertThat(vanishing.discriminator().buffers().get(path).read().toDoubles())
                      .as(path)
                      .isEqualTo(state.read().toDoubles()));
      plain
          .generator()
          .buffers()
          .forEach(
              (path, state) ->
                  assertThat(vanishing.generator().buffers().get(path).read().toDoubles())
                      .as(path)
                      .isEqualTo(state.read().toDoubles()));
    }
  }

  @Test
  void reportsAreOfTheLossesAndOfWhatIsDescended() throws IOException {
    GanConfig config = game(new NonSaturating(), List.of(), PLAIN);
    try (Backend backend = Runs.backend(config)) {
      StepReport plain = GanTrainer.open(config, backend).step();
      GanTrainer trainer = GanTrainer.open(config.withUpdates(new Consensus(2)), backend);
      double[] before = numbers(trainer);
      StepReport report = trainer.step();
      double[] after = numbers(trainer);
      double squares = 0;
      for (int i = 0; i < before.length; i++) {
        squares += Math.pow(after[i] - before[i], 2);
      }
      assertThat(report.discriminatorLoss()).isEqualTo(plain.discriminatorLoss());
      assertThat(report.generatorLoss()).isEqualTo(plain.generatorLoss());
      assertThat(Math.hypot(report.discriminatorGradientNorm(), report.generatorGradientNorm()))
          .isCloseTo(Math.sqrt(squares), within(1e-14));
    }
  }

  @Test
  void runsAreAFunctionOfConfigAndSeed() throws IOException {
    Adam adam = new Adam(1e-3, 0.5, 0.9);
    GanConfig config = Runs.normed(new Simultaneous(), adam, adam).withUpdates(new Consensus(0.1));
    double[] once = trained(config);
    assertThat(trained(config)).isEqualTo(once).doesNotContain(Double.NaN);
    assertThat(trained(config.withUpdates(new Simultaneous()))).isNotEqualTo(once);
  }

  private static double[] trained(GanConfig config) throws IOException {
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      for (int i = 0; i < 10; i++) {
        trainer.step();
      }
      return numbers(trainer);
    }
  }

  @Test
  void rangesAreChecked() {
    for (double gamma : new double[] {-1, 0, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Consensus(gamma))
          .hasMessage(
              "consensus: expected a finite gamma above 0, got "
                  + gamma
                  + "; for updates without consensus use simultaneous");
    }
  }
}
