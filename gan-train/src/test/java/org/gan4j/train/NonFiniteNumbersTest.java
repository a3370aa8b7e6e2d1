package org.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.data.BatchSource;
import org.gan4j.losses.NonSaturating;
import org.gan4j.nn.Activate;
import org.gan4j.nn.AuxiliaryHead;
import org.gan4j.nn.AveragePool;
import org.gan4j.nn.BatchNorm;
import org.gan4j.nn.ConditionalBatchNorm;
import org.gan4j.nn.Conv2d;
import org.gan4j.nn.Conv2dAveragePool;
import org.gan4j.nn.ConvTranspose2d;
import org.gan4j.nn.Dense;
import org.gan4j.nn.DiffAugment;
import org.gan4j.nn.Dropout;
import org.gan4j.nn.Elu;
import org.gan4j.nn.Flatten;
import org.gan4j.nn.GlobalSumPool;
import org.gan4j.nn.GroupNorm;
import org.gan4j.nn.JoinLabel;
import org.gan4j.nn.Layer;
import org.gan4j.nn.LayerNorm;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Maxout;
import org.gan4j.nn.MinibatchStdDev;
import org.gan4j.nn.Pack;
import org.gan4j.nn.Projection;
import org.gan4j.nn.Reshape;
import org.gan4j.nn.Residual;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.Silu;
import org.gan4j.nn.SpectralNorm;
import org.gan4j.nn.Upsample;
import org.gan4j.nn.UpsampleConv2d;
import org.gan4j.nn.init.Normal;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.Sgd;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** NaN and infinity in the input, a parameter or the gradient of each layer end the run at once. */
class NonFiniteNumbersTest {
  private static final float[] NOT_FINITE = {
    Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY
  };
  private static final Activation NONE = Activation.IDENTITY;
  private static final Activation LEAKY = Activation.leakyRelu(0.2);
  private static final int CLASSES = 3;
  private static final Normal INIT = new Normal(0.3);

  /** Two networks, one of which has the layer between two faults. */
  private record Case(
      String layer, LayerSpec generator, LayerSpec discriminator, Fault before, Fault after) {
    static Case inGenerator(LayerSpec... layers) {
      return of(layers, true);
    }

    static Case inDiscriminator(LayerSpec... layers) {
      return of(layers, false);
    }

    private static Case of(LayerSpec[] layers, boolean generator) {
      Fault before = new Fault();
      Fault after = new Fault();
      LayerSpec tested = null;
      List<LayerSpec> all = new ArrayList<>();
      for (LayerSpec layer : layers) {
        if (layer instanceof Tested mark) {
          tested = mark.layer;
          all.add(before);
          all.add(tested);
          if (tested instanceof AuxiliaryHead) {
            after = before; // nothing may follow the head
          } else {
            all.add(after);
          }
        } else {
          all.add(layer);
        }
      }
      LayerSpec network = Sequential.of(all.toArray(LayerSpec[]::new));
      LayerSpec first = network.classes() > 0 ? new JoinLabel(CLASSES, 3, INIT) : Sequential.of();
      LayerSpec plain =
          Sequential.of(first, new Dense(8, LEAKY), new Dense(generator ? 1 : 2, NONE));
      return generator
          ? new Case("G " + tested, network, plain, before, after)
          : new Case("D " + tested, plain, network, before, after);
    }

    GanTrainer open(Backend backend) {
      return new GanTrainer(config(), data(), backend);
    }

    GanConfig config() {
      return GanConfig.of(
              order -> data(),
              12,
              new NonSaturating(),
              new Player(generator, new Adam(1e-4, 0.5, 0.9)),
              new Player(discriminator, new Adam(1e-4, 0.5, 0.9)))
          .withBatch(16)
          .withThreads(1);
    }

    private static BatchSource data() {
      return new LabelledPoints(CLASSES).open(Rng.ofSeed(1).stream("order"));
    }

    /** Softplus is 0 there and the ELU −1, so all numbers are finite again. */
    boolean hasALimitAtMinusInfinity() {
      return layer.contains("Elu") || layer.contains("softplus");
    }

    @Override
    public String toString() {
      return layer;
    }
  }

  /** Marks the layer that is tested. */
  private record Tested(LayerSpec layer) implements LayerSpec {
    @Override
    public Shape outputShape(Shape input) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Layer build(Shape input, Rng init, Backend backend) {
      throw new UnsupportedOperationException();
    }
  }

  private static Stream<LayerSpec> onRows() {
    return Stream.of(
        new Dense(6, LEAKY),
        new Activate(Activation.SOFTPLUS),
        new Activate(LEAKY),
        new BatchNorm(),
        new LayerNorm(),
        new Maxout(4, 2, INIT),
        new Elu(),
        new Silu(),
        new Dropout(0.3),
        new SpectralNorm(new Dense(5, NONE), 1),
        new Residual(new Dense(12, LEAKY), Sequential.of()));
  }

  private static Stream<LayerSpec> onMaps() {
    return Stream.of(
        new Conv2d(3, 3, 1, 1, LEAKY),
        new Conv2d(8, 4, 2, 1, NONE),
        new ConvTranspose2d(3, 4, 2, 1, LEAKY),
        new Upsample(2),
        new UpsampleConv2d(4, 3, 1, NONE),
        new Conv2dAveragePool(4, 3, 1, NONE),
        new AveragePool(2),
        new GlobalSumPool(),
        new Flatten(),
        new BatchNorm(),
        new GroupNorm(2),
        new SpectralNorm(new Conv2d(3, 3, 1, 1, NONE), 1));
  }

  static Stream<Case> cases() {
    Dense logit = new Dense(1, NONE);
    Dense point = new Dense(2, NONE);
    Dense rows = new Dense(12, NONE);
    Dense pixels = new Dense(64, NONE);
    Reshape maps = new Reshape(4, 4, 4);
    return Stream.of(
            onRows().map(l -> Case.inGenerator(rows, new Tested(l), point)),
            onRows().map(l -> Case.inDiscriminator(rows, new Tested(l), logit)),
            onMaps().map(l -> Case.inGenerator(pixels, maps, new Tested(l), new Flatten(), point)),
            onMaps()
                .map(l -> Case.inDiscriminator(pixels, maps, new Tested(l), new Flatten(), logit)),
            Stream.of(
                Case.inGenerator(pixels, new Tested(maps), new Flatten(), point),
                Case.inGenerator(new Tested(new JoinLabel(CLASSES, 3, INIT)), point),
                Case.inGenerator(rows, new Tested(new ConditionalBatchNorm(CLASSES)), point),
                Case.inDiscriminator(rows, new Tested(new MinibatchStdDev()), logit),
                Case.inDiscriminator(
                    pixels, maps, new Tested(new MinibatchStdDev()), new Flatten(), logit),
                Case.inDiscriminator(
                    pixels, maps, new Tested(new DiffAugment()), new Flatten(), logit),
                Case.inDiscriminator(new Tested(new Pack(2, Sequential.of(rows, logit)))),
                Case.inDiscriminator(rows, new Tested(new Projection(CLASSES, INIT))),
                Case.inDiscriminator(rows, new Tested(new AuxiliaryHead(CLASSES, 1, false, INIT)))))
        .flatMap(cases -> cases);
  }

  private static void assertDiverges(Case tested, GanTrainer trainer, String what) {
    long step = trainer.steps() + 1;
    assertThatThrownBy(trainer::step)
        .as("%s, %s", tested, what)
        .isInstanceOfSatisfying(DivergedException.class, e -> assertThat(e.step()).isEqualTo(step));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void inTheInput(Case tested) {
    for (float value : NOT_FINITE) {
      try (Backend backend = Runs.backend(tested.config())) {
        GanTrainer trainer = tested.open(backend);
        trainer.step();
        tested.before().what().addToFirstSample(value);
        if (value < 0 && tested.hasALimitAtMinusInfinity()) {
          assertThatCode(trainer::step).as("%s", tested).doesNotThrowAnyException();
        } else {
          assertDiverges(tested, trainer, value + " in the input");
        }
      } finally {
        tested.before().what().addToFirstSample(0);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void inTheGradient(Case tested) {
    try (Backend backend = Runs.backend(tested.config())) {
      GanTrainer trainer = tested.open(backend);
      trainer.step();
      tested.after().what().spoilGradients();
      assertDiverges(tested, trainer, "gradient");
    }
  }

  private static List<Parameter> parameters(GanTrainer trainer) {
    return Stream.of(trainer.generator(), trainer.discriminator())
        .flatMap(network -> network.parameters().stream())
        .toList();
  }

  private static void set(Parameter parameter, float value, Backend backend) {
    try (Tape tape = Tape.on(backend)) {
      float[] values = parameter.value().toFloats();
      values[values.length / 2] = value;
      backend.assign(
          parameter.state(), tape.backend().tensor(parameter.shape(), parameter.dtype(), values));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void inAParameter(Case tested) {
    try (Backend backend = Runs.backend(tested.config())) {
      int count = parameters(tested.open(backend)).size();
      for (int i = 0; i < count; i++) {
        for (float value : NOT_FINITE) {
          GanTrainer trainer = tested.open(backend);
          Parameter parameter = parameters(trainer).get(i);
          set(parameter, value, backend);
          assertDiverges(tested, trainer, value + " in " + parameter.name());
        }
      }
    }
  }

  /** The update is tiny, so that nothing overflows that need not. */
  @ParameterizedTest
  @MethodSource("cases")
  void smallAndLargeNumbersTrainOn(Case tested) {
    for (float value : new float[] {Float.MIN_VALUE, -Float.MIN_NORMAL / 3, 1e6f, -1e6f}) {
      try (Backend backend = Runs.backend(tested.config())) {
        GanConfig config = tested.config();
        Player generator = new Player(config.game().generator().network(), new Sgd(1e-30));
        Player discriminator = new Player(config.game().discriminator().network(), new Sgd(1e-30));
        GanConfig slow =
            GanConfig.of(config.data(), 12, config.game().loss(), generator, discriminator)
                .withBatch(16)
                .withThreads(1);
        GanTrainer trainer = new GanTrainer(slow, Case.data(), backend);
        tested.before().what().addToFirstSample(value);
        assertThatCode(trainer::step).as("%s, %s", tested, value).doesNotThrowAnyException();
      } finally {
        tested.before().what().addToFirstSample(0);
      }
    }
  }
}
