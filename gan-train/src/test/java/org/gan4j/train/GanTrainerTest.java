package org.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.OriginalMinimax;
import org.gan4j.losses.Scores;
import org.gan4j.nn.Dense;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Pass;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.Sgd;
import org.gan4j.train.config.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GanTrainerTest {
  /** Both players see the real scores only, so that their losses are one number. */
  private record RealScoresOnly() implements GanLoss {
    @Override
    public Var discriminator(Scores scores) {
      return scores.meanReal(scores.real());
    }

    @Override
    public Var generator(Scores scores) {
      return scores.meanReal(scores.real());
    }
  }

  /**
   * One player learns and the other hardly moves. Set back to the first update, the trainer sees
   * the same batch and draws, so the loss must have fallen by rate · ‖∇‖², to first order.
   */
  @ParameterizedTest
  @MethodSource("org.gan4j.train.Runs#orders")
  void aSmallStepDescendsEachObjective(UpdateOrder order) throws IOException {
    Sgd learning = new Sgd(1e-3);
    Sgd frozen = new Sgd(1e-30);
    StepReport[] d = twice(order, frozen, learning);
    double squares = Math.pow(d[0].discriminatorGradientNorm(), 2);
    assertThat(d[0].discriminatorLoss() - d[1].discriminatorLoss())
        .isCloseTo(1e-3 * squares, withinPercentage(2));
    assertThat(squares).isGreaterThan(0.01);
    StepReport[] g = twice(order, learning, frozen);
    squares = Math.pow(g[0].generatorGradientNorm(), 2);
    assertThat(g[0].generatorLoss() - g[1].generatorLoss())
        .isCloseTo(1e-3 * squares, withinPercentage(2));
    assertThat(squares).isGreaterThan(1e-4);
  }

  /** The report of the first step, and of a second one on the same batch and draws. */
  private static StepReport[] twice(UpdateOrder order, Sgd generator, Sgd discriminator)
      throws IOException {
    GanConfig ring = Runs.ring(order, 1, new OriginalMinimax(), new Sgd(1));
    Player g = new Player(ring.game().generator().network(), generator);
    Player d = new Player(ring.game().discriminator().network(), discriminator);
    GanConfig config = ring.withGame(ring.game().withPlayers(g, d)).withDtype(DType.FLOAT64);
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      StepReport first = trainer.step();
      assertThat(first.step()).isEqualTo(1);
      trainer.resumeAt(0, 0);
      return new StepReport[] {first, trainer.step()};
    }
  }

  /** The first batch through the fresh network, by hand. */
  @Test
  void reportsAreOfTheBatchBeforeTheUpdate() throws IOException {
    GanConfig config = Runs.ring(new Alternating(), 1);
    int n = config.training().batch();
    float[] batch = new float[2 * n];
    config.data().open(Rng.ofSeed(config.seed()).stream("data")).batch(0, batch);
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      double sum = 0;
      try (Tape tape = Tape.on(backend)) {
        Var x = tape.constant(backend.tensor(Shape.of(n, 2), DType.FLOAT32, batch));
        for (float logit : trainer.discriminator().forward(x, Pass.eval(tape)).value().toFloats()) {
          sum += 1 / (1 + Math.exp(-logit));
        }
      }
      StepReport report = trainer.step();
      assertThat(report.meanReal()).isCloseTo(sum / n, within(1e-6));
      assertThat(report.meanFake()).isBetween(0.0, 1.0).isNotEqualTo(report.meanReal());
    }
  }

  @Test
  void theGeneratorLossMayAskForTheRealScores() throws IOException {
    GanConfig config = Runs.ring(new Simultaneous(), 1, new RealScoresOnly(), new Sgd(1e-3));
    try (Backend backend = Runs.backend(config)) {
      StepReport report = GanTrainer.open(config, backend).step();
      assertThat(report.generatorLoss()).isCloseTo(report.discriminatorLoss(), within(1e-6));
      assertThat(report.generatorLoss()).isNotZero();
    }
  }

  /** A loss of 0 whose gradient is 0/0. */
  private record NoGradientAtZero() implements GanLoss {
    @Override
    public Var discriminator(Scores scores) {
      return scores.meanReal(scores.real().multiply(0).sqrt());
    }

    @Override
    public Var generator(Scores scores) {
      return scores.meanFake(scores.fake());
    }
  }

  /** The rate of plain gradient descent on the discriminator, and where training then diverges. */
  static Stream<Arguments> divergences() {
    GanLoss loss = new NonSaturating();
    return Stream.of(
        Arguments.of(loss, 1e10, 3, "discriminator loss"),
        Arguments.of(loss, 1e15, 2, "generator loss"),
        Arguments.of(loss, 1e45, 1, "parameter discriminator/dense-0/weight"),
        Arguments.of(new NoGradientAtZero(), 1, 1, "gradient of discriminator/dense-0/weight"));
  }

  @ParameterizedTest
  @MethodSource("divergences")
  void divergenceNamesStepAndTensor(GanLoss loss, double rate, int step, String tensor)
      throws IOException {
    GanConfig ring = Runs.ring(new Alternating(), 1);
    Activation leaky = Activation.leakyRelu(0.2); // unbounded, so that nothing saturates
    Sequential critic = Sequential.of(new Dense(9, leaky), new Dense(1, Activation.IDENTITY));
    Player hasty = new Player(critic, new Sgd(rate));
    GanConfig config =
        GanConfig.of(ring.data(), 2, loss, ring.game().generator(), hasty)
            .withBackend("reference"); // the same overflow on every machine
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      assertThatThrownBy(() -> trainer.train(List.of()))
          .isInstanceOfSatisfying(
              DivergedException.class,
              e -> {
                assertThat(e.step()).isEqualTo(step);
                assertThat(e.tensor()).isEqualTo(tensor);
              })
          .hasMessage(
              "training, step "
                  + step
                  + ": expected finite numbers, got NaN or infinity in "
                  + tensor
                  + "; lower the learning rates, or start again from an earlier checkpoint");
    }
  }

  @Test
  void networksThatDoNotFitAreRefused() {
    GanConfig good = Runs.ring(new Alternating(), 1);
    assertThatThrownBy(() -> build(good, dense(3), good.game().discriminator().network()))
        .hasMessage(
            "generator: expected output [2] like the data's samples, got [3]; change its last"
                + " layer");
    assertThatThrownBy(() -> build(good, good.game().generator().network(), dense(2)))
        .hasMessage(
            "discriminator: expected output [1], one logit a sample, got [2]; change its last"
                + " layer");
  }

  private static LayerSpec dense(int units) {
    return Sequential.of(new Dense(units, Activation.IDENTITY));
  }

  private static void build(GanConfig like, LayerSpec generator, LayerSpec discriminator)
      throws IOException {
    Adam adam = new Adam(1e-3, 0.5, 0.999);
    GanConfig config =
        GanConfig.of(
                like.data(),
                2,
                like.game().loss(),
                new Player(generator, adam),
                new Player(discriminator, adam))
            .withBatch(8)
            .withThreads(1);
    try (Backend backend = Runs.backend(config)) {
      GanTrainer.open(config, backend);
    }
  }

  @Test
  void theFirstSamplesDoNotDependOnTheirNumber() throws IOException {
    GanConfig config = Runs.ring(new Alternating(), 1);
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      float[] few = trainer.sample(3, Rng.ofSeed(5).stream("s"));
      float[] many = trainer.sample(3000, Rng.ofSeed(5).stream("s"));
      assertThat(few).hasSize(6);
      for (int i = 0; i < few.length; i++) {
        assertThat(many[i]).isCloseTo(few[i], within(1e-5f));
      }
    }
  }

  @Test
  void theDiscriminatorMayBeUpdatedMoreOften() throws IOException {
    GanConfig config =
        Presets.named("gaussian").withBackend("reference").withThreads(1).withBatch(4).withSteps(2);
    GanConfig often = config.withDiscriminatorSteps(3);
    assertThat(often.training().updates()).isEqualTo(new Alternating(3));
    try (Backend backend = often.compute().open()) {
      GanTrainer trainer = GanTrainer.open(often, backend);
      trainer.train(List.of());
      assertThat(trainer.steps()).isEqualTo(2);
      assertThat(trainer.discriminatorUpdates()).isEqualTo(6);
    }
    assertThatThrownBy(() -> config.withDiscriminatorSteps(0))
        .hasMessage("config: expected discriminatorSteps >= 1, got 0");
  }
}
