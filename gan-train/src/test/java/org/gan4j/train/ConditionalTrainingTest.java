package org.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.random.Rng;
import org.gan4j.data.Batches;
import org.gan4j.data.FreshSamples;
import org.gan4j.data.LabelledDataset;
import org.gan4j.data.distribution.Ring;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.WganGp;
import org.gan4j.nn.AuxiliaryHead;
import org.gan4j.nn.ConditionalBatchNorm;
import org.gan4j.nn.Dense;
import org.gan4j.nn.JoinLabel;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Pack;
import org.gan4j.nn.Pass;
import org.gan4j.nn.Projection;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.init.Normal;
import org.gan4j.nn.optim.Adam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs whose networks take labels. */
class ConditionalTrainingTest {
  private static final int CLASSES = 3;
  private static final Activation LEAKY = Activation.leakyRelu(0.2);
  private static final Normal INIT = new Normal(1);

  /** Points near (−2, 0), (0, 2) and (2, 0), a third of them in each place. */
  private record Clusters() implements LabelledDataset {
    @Override
    public int size() {
      return 999;
    }

    @Override
    public Shape sampleShape() {
      return Shape.of(2);
    }

    @Override
    public void copy(int index, float[] destination, int offset) {
      RandomGenerator draws = Rng.ofSeed(index).stream("cluster").at(0);
      destination[offset] = (float) (2 * label(index) - 2 + 0.1 * draws.nextGaussian());
      destination[offset + 1] = (float) ((label(index) == 1 ? 2 : 0) + 0.1 * draws.nextGaussian());
    }

    @Override
    public int classes() {
      return CLASSES;
    }

    @Override
    public int label(int index) {
      return index % CLASSES;
    }
  }

  private static LayerSpec generator() {
    return Sequential.of(
        new JoinLabel(CLASSES, 3, INIT),
        new Dense(32, Activation.IDENTITY),
        new ConditionalBatchNorm(CLASSES),
        new Dense(32, LEAKY),
        new Dense(2, Activation.IDENTITY));
  }

  private static LayerSpec discriminator(LayerSpec last) {
    return Sequential.of(new Dense(32, LEAKY), new Dense(32, LEAKY), last);
  }

  static List<LayerSpec> discriminators() {
    return List.of(
        Sequential.of(new JoinLabel(CLASSES, 3, INIT), discriminator(logit())),
        discriminator(new Projection(CLASSES, new Normal(0.1))),
        discriminator(new AuxiliaryHead(CLASSES, 1, false, new Normal(0.1))));
  }

  private static LayerSpec logit() {
    return new Dense(1, Activation.IDENTITY);
  }

  private static GanConfig config(LayerSpec generator, LayerSpec discriminator) {
    Adam adam = new Adam(2e-3, 0.5, 0.99);
    return GanConfig.of(
            order -> batches(),
            2,
            new NonSaturating(),
            new Player(generator, adam),
            new Player(discriminator, adam))
        .withPenalties(List.of(new R1(0.1)))
        .withBatch(66)
        .withSteps(500)
        .withThreads(1);
  }

  private static Batches batches() {
    return new Batches(new Clusters(), Rng.ofSeed(1).stream("order"));
  }

  private static Backend open(GanConfig config, int threads) {
    return Backends.open("cpu", new BackendOptions(threads, config.compute().dtype()));
  }

  /** The generator learns where each class is, whichever way the discriminator sees the label. */
  @ParameterizedTest
  @MethodSource("discriminators")
  void samplesAreOfTheirClass(LayerSpec discriminator) throws Exception {
    GanConfig config = config(generator(), discriminator);
    try (Backend backend = open(config, 1)) {
      GanTrainer trainer = new GanTrainer(config, batches(), backend);
      trainer.train(List.of());
      for (int label = 0; label < CLASSES; label++) {
        int[] labels = new int[200];
        Arrays.fill(labels, label);
        float[] samples = trainer.sample(labels, Rng.ofSeed(2).stream("s"));
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
          right += nearest(samples[2 * i], samples[2 * i + 1]) == label ? 1 : 0;
        }
        assertThat(right).as("samples of class %d nearest to it", label).isGreaterThan(190);
      }
    }
  }

  private static int nearest(double x, double y) {
    int best = 0;
    for (int label = 1; label < CLASSES; label++) {
      best = distance(label, x, y) < distance(best, x, y) ? label : best;
    }
    return best;
  }

  private static double distance(int label, double x, double y) {
    return Math.hypot(x - (2 * label - 2), y - (label == 1 ? 2 : 0));
  }

  /** Penalties evaluate the critic at points that they choose, with the labels of the batch. */
  @ParameterizedTest
  @MethodSource("discriminators")
  void runsRepeatOnOneAndOnTwoThreadsAndAgree(LayerSpec discriminator) {
    GanConfig config =
        config(generator(), discriminator).withPenalties(List.of(new WganGp(1), new R1(0.1)));
    double[] single = lastLosses(config, 1);
    double[] parallel = lastLosses(config, 2);
    assertThat(lastLosses(config, 1)).isEqualTo(single);
    assertThat(lastLosses(config, 2)).isEqualTo(parallel);
    // Products of another number of threads may round differently.
    assertThat(parallel).containsExactly(single, within(1e-5));
  }

  private static double[] lastLosses(GanConfig config, int threads) {
    try (Backend backend = open(config, threads)) {
      GanTrainer trainer = new GanTrainer(config, batches(), backend);
      trainer.step();
      trainer.step();
      StepReport report = trainer.step();
      return new double[] {report.discriminatorLoss(), report.generatorLoss()};
    }
  }

  /** D's loss is the game's loss of the logits plus the cross-entropies of real and fake. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theAuxiliaryHeadAddsItsCrossEntropies(boolean ofFakeToo) {
    LayerSpec head = discriminator(new AuxiliaryHead(CLASSES, 0.7, ofFakeToo, new Normal(0.5)));
    GanConfig config = config(generator(), head).withPenalties(List.of()).withDtype(DType.FLOAT64);
    try (Backend backend = open(config, 1)) {
      GanTrainer trainer = new GanTrainer(config, batches(), backend);
      float[] real = new float[66 * 2];
      batches().batch(0, real);
      int[] labels = new int[66];
      batches().labels(0, labels);
      double[] fake = firstFakes(config, trainer, backend, labels);
      double expected = 0;
      try (Tape tape = Tape.on(backend)) {
        Shape shape = Shape.of(66, 2);
        double[] ofReal =
            output(trainer, tape.constant(backend.tensor(shape, DType.FLOAT64, real)));
        double[] ofFake =
            output(trainer, tape.constant(backend.tensor(shape, DType.FLOAT64, fake)));
        for (int i = 0; i < 66; i++) {
          expected += Math.log1p(Math.exp(-ofReal[4 * i])) + Math.log1p(Math.exp(ofFake[4 * i]));
          expected += 0.7 * crossEntropy(ofReal, i, labels[i]);
          expected += ofFakeToo ? 0.7 * crossEntropy(ofFake, i, labels[i]) : 0;
        }
      }
      assertThat(trainer.step().discriminatorLoss()).isCloseTo(expected / 66, within(1e-12));
    }
  }

  private static double[] output(GanTrainer trainer, Var x) {
    Pass pass = Pass.train(x.tape(), Rng.ofSeed(1), "test", 0).frozen();
    return trainer.discriminator().forward(x, pass).value().toDoubles();
  }

  private static double crossEntropy(double[] outputs, int row, int label) {
    double sum = 0;
    for (int c = 0; c < CLASSES; c++) {
      sum += Math.exp(outputs[4 * row + 1 + c]);
    }
    return Math.log(sum) - outputs[4 * row + 1 + label];
  }

  /** The fake batch of the first step, from its documented streams. */
  private static double[] firstFakes(
      GanConfig config, GanTrainer trainer, Backend backend, int[] labels) {
    RandomGenerator draws = Rng.ofSeed(config.seed()).child("latent").stream("discriminator").at(0);
    float[] latent = new float[66 * 2];
    for (int i = 0; i < latent.length; i++) {
      latent[i] = (float) draws.nextGaussian();
    }
    try (Tape tape = Tape.on(backend)) {
      Var z = tape.constant(backend.tensor(Shape.of(66, 2), DType.FLOAT64, latent));
      Pass pass = Pass.train(tape, Rng.ofSeed(1), "test", 0).frozen();
      Var oneHot = Labels.oneHot(tape, labels, CLASSES);
      return trainer.generator().forward(z, pass.labelled(oneHot)).value().toDoubles();
    }
  }

  @Test
  void networksAndDataMustAgreeAboutLabels() {
    GanConfig half = config(generator(), discriminator(logit()));
    assertRefused(
        half,
        "config: expected layers for labels of the same classes in both networks, got 3 classes in"
            + " the generator and 0 in the discriminator; 0 is a network without such layers");
    GanConfig ten =
        config(
            Sequential.of(new JoinLabel(10, 3, INIT), new Dense(2, LEAKY)),
            discriminator(new Projection(10, INIT)));
    assertRefused(
        ten,
        "config: expected data with labels of 10 classes, as many as the networks are built for,"
            + " got 3 classes");
    try (Backend backend = open(ten, 1)) {
      FreshSamples points = new FreshSamples(new Ring(8, 1, 0.1), Rng.ofSeed(1).stream("p"));
      assertThatThrownBy(() -> new GanTrainer(ten, points, backend))
          .hasMessageContaining("got data without labels");
    }
  }

  private static void assertRefused(GanConfig config, String message) {
    try (Backend backend = open(config, 1)) {
      assertThatThrownBy(() -> new GanTrainer(config, batches(), backend))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(message);
    }
  }

  @Test
  void labelsThatAreNotThereAreRefused() {
    GanConfig config = config(generator(), discriminator(new Projection(CLASSES, INIT)));
    try (Backend backend = open(config, 1)) {
      GanTrainer trainer = new GanTrainer(config, batches(), backend);
      assertThatThrownBy(() -> trainer.sample(new int[] {0, 3}, Rng.ofSeed(1).stream("s")))
          .hasMessage("sample: expected a label from 0 to 2, got 3");
    }
    GanConfig plain = config(new Dense(2, Activation.IDENTITY), discriminator(logit()));
    try (Backend backend = open(plain, 1)) {
      GanTrainer trainer = new GanTrainer(plain, batches(), backend);
      assertThatThrownBy(() -> trainer.sample(new int[] {0}, Rng.ofSeed(1).stream("s")))
          .hasMessageContaining("expected a generator that takes labels");
    }
    assertThatThrownBy(() -> new Pack(2, new Projection(CLASSES, INIT)))
        .hasMessageContaining("pack: expected a critic without labels");
  }
}
