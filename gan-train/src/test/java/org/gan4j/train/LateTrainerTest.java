package org.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gan4j.core.DType;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.backend.State;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.Layer;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.Ema;
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.testkit.backend.DeferredBackend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On a backend that computes asynchronously, as a GPU does, the trainer must give the same bits. A
 * host buffer that is refilled before it was copied, or a number that is read before it was
 * computed, would change them.
 */
class LateTrainerTest {
  private static final int STEPS = 8;

  static Stream<Arguments> runs() {
    return Stream.of("reference", "cpu", "nd4j")
        .flatMap(
            name ->
                Runs.orders()
                    .flatMap(
                        order ->
                            Stream.of(DType.values())
                                .map(dtype -> Arguments.of(name, order, dtype))));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void theTrainerGivesEqualNumbersLate(String name, UpdateOrder order, DType dtype)
      throws IOException {
    Optimizer adam = new Adam(1e-3, 0.5, 0.9);
    requireEqual(name, Runs.normed(order, new Ema(0.9, adam), adam).withBatch(32).withDtype(dtype));
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void consensusGivesEqualNumbersLate(DType dtype) throws IOException {
    Optimizer adam = new Adam(1e-3, 0.5, 0.9);
    requireEqual(
        "cpu",
        Runs.normed(new Simultaneous(), new Ema(0.9, adam), adam)
            .withUpdates(new Consensus(0.1))
            .withBatch(32)
            .withDtype(dtype));
  }

  private static void requireEqual(String name, GanConfig config) throws IOException {
    Function<BackendOptions, Backend> opener = options -> Backends.open(name, options);
    DType dtype = config.compute().dtype();
    BackendOptions options = new BackendOptions(1, dtype);
    Numbers now = numbers(config, opener.apply(options));
    Numbers late = numbers(config, DeferredBackend.open(opener, options));
    assertThat(late).isEqualTo(now);
    assertThat(now.reports().get(STEPS - 1)).isNotEqualTo(now.reports().get(0));
  }

  /** Everything that a run produces: its reports, its state and its samples. */
  private record Numbers(List<StepReport> reports, List<Double> kept, String samples) {}

  private static Numbers numbers(GanConfig config, Backend opened) throws IOException {
    try (Backend backend = opened) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      List<StepReport> reports = new ArrayList<>();
      for (int i = 0; i < STEPS; i++) {
        reports.add(trainer.step());
      }
      String samples = Arrays.toString(trainer.sample(20, Rng.ofSeed(5).stream("samples")));
      return new Numbers(reports, kept(trainer), samples);
    }
  }

  private static List<Double> kept(GanTrainer trainer) {
    List<Double> values = new ArrayList<>();
    for (Layer network : List.of(trainer.generator(), trainer.discriminator())) {
      Stream<Tensor> parameters = network.parameters().stream().map(Parameter::value);
      Stream<Tensor> buffers = network.buffers().values().stream().map(State::read);
      Stream.concat(parameters, buffers)
          .flatMapToDouble(tensor -> Arrays.stream(tensor.toDoubles()))
          .forEach(values::add);
    }
    return values;
  }
}
