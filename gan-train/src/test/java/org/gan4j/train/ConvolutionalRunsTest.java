package org.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.random.Rng;
import org.gan4j.data.ArrayDataset;
import org.gan4j.data.BatchSource;
import org.gan4j.data.Batches;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.WganGp;
import org.gan4j.nn.Dense;
import org.gan4j.nn.DiffAugment;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.MinibatchStdDev;
import org.gan4j.nn.Reshape;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.network.DcganDiscriminator;
import org.gan4j.nn.network.DcganFeatures;
import org.gan4j.nn.network.DcganGenerator;
import org.gan4j.nn.network.ResnetDiscriminator;
import org.gan4j.nn.network.ResnetGenerator;
import org.gan4j.nn.optim.Adam;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Inputs;
import org.gan4j.testkit.backend.DeferredBackend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs of convolutional networks give the same bits on one thread, on two, and late. */
class ConvolutionalRunsTest {
  private static final int STEPS = 3;
  private static final int PIXELS = 12 * 12;

  /** A pair of networks for images of 12 x 12. */
  private record Networks(String name, LayerSpec generator, LayerSpec discriminator) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Arguments> runs() {
    Networks dcgan =
        new Networks(
            "dcgan",
            new DcganGenerator(12, 1, 6, 0),
            Sequential.of(
                new DcganFeatures(12, 1, 6, true),
                new MinibatchStdDev(4),
                new Dense(1, Activation.IDENTITY)));
    Networks resnet =
        new Networks(
            "resnet", new ResnetGenerator(12, 1, 5), new ResnetDiscriminator(12, 1, 5, true));
    Networks augmented =
        new Networks(
            "augmented",
            dcgan.generator(),
            Sequential.of(
                new Reshape(12, 12, 1),
                new DiffAugment(),
                new DcganDiscriminator(12, 1, 6, false)));
    return Stream.of(dcgan, resnet, augmented)
        .flatMap(
            networks ->
                Runs.orders()
                    .flatMap(
                        order ->
                            Stream.of(DType.values())
                                .map(dtype -> Arguments.of(networks, order, dtype))));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void theBitsAreEqual(Networks networks, UpdateOrder order, DType dtype) {
    Adam adam = new Adam(1e-3, 0.5, 0.9);
    GanConfig config =
        GanConfig.of(
                draws -> images(),
                4,
                new NonSaturating(),
                new Player(networks.generator(), adam),
                new Player(networks.discriminator(), adam))
            .withPenalties(List.of(new R1(1), new WganGp(1)))
            .withUpdates(order)
            .withBatch(20)
            .withSteps(STEPS)
            .withDtype(dtype);
    List<Object> one = numbers(config, cpu(new BackendOptions(1, dtype)));
    assertThat(numbers(config, cpu(new BackendOptions(2, dtype)))).isEqualTo(one);
    Backend late = DeferredBackend.open(ConvolutionalRunsTest::cpu, new BackendOptions(1, dtype));
    assertThat(numbers(config, late)).isEqualTo(one);
    assertThat(one.get(STEPS - 1)).isNotEqualTo(one.get(0));
  }

  private static Backend cpu(BackendOptions options) {
    return Backends.open("cpu", options);
  }

  private static BatchSource images() {
    HostArray noise = Inputs.uniform(Shape.of(40, PIXELS), -1, 1, 3);
    float[] values = new float[noise.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) noise.at(i);
    }
    return new Batches(ArrayDataset.of(Shape.of(PIXELS), values), Rng.ofSeed(3).stream("order"));
  }

  /** The reports, and all numbers that training changes. */
  private static List<Object> numbers(GanConfig config, Backend opened) {
    try (Backend backend = opened) {
      GanTrainer trainer = new GanTrainer(config, images(), backend);
      List<Object> numbers = new ArrayList<>();
      for (int step = 0; step < STEPS; step++) {
        numbers.add(trainer.step());
      }
      trainer.states().forEach((name, state) -> numbers.add(list(state.read().toDoubles())));
      return numbers;
    }
  }

  private static List<Double> list(double[] values) {
    List<Double> list = new ArrayList<>();
    for (double value : values) {
      list.add(value);
    }
    return list;
  }
}
