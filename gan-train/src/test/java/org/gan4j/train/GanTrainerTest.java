package org.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
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
import org.gan4j.nn.Sequential;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.Sgd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GanTrainerTest {
  /** A generator loss that asks for the real scores, and whose value is then known: L_D itself. */
  private record Cooperative() implements GanLoss {
    @Override
    public Var discriminator(Scores scores) {
      return new NonSaturating().discriminator(scores);
    }

    @Override
    public Var generator(Scores scores) {
      return discriminator(scores);
    }
  }

  @ParameterizedTest
  @EnumSource(UpdateOrder.class)
  void aSmallStepDescendsBothObjectives(UpdateOrder order) throws IOException {
    GanConfig config = Runs.ring(order, 1, new OriginalMinimax(), new Sgd(1e-2));
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      StepReport first = trainer.step();
      assertThat(first.step()).isEqualTo(1);
      // An untrained critic is near log 4 and -log 2, well inside a nat.
      assertThat(first.discriminatorLoss()).isCloseTo(Math.log(4), within(1.0));
      assertThat(first.generatorLoss()).isCloseTo(-Math.log(2), within(0.7));
      assertThat(first.meanReal()).isBetween(0.0, 1.0);
      assertThat(first.discriminatorGradientNorm()).isPositive().isFinite();
      for (int i = 0; i < 200; i++) {
        trainer.step();
      }
      assertThat(trainer.steps()).isEqualTo(201);
    }
  }

  @Test
  void theGeneratorLossMayAskForTheRealScores() throws IOException {
    GanConfig config = Runs.ring(UpdateOrder.SIMULTANEOUS, 1, new Cooperative(), new Sgd(1e-3));
    try (Backend backend = Runs.backend(config)) {
      StepReport report = GanTrainer.open(config, backend).step();
      // Same parameters and same real batch on both sides; only the latent draws differ.
      assertThat(report.generatorLoss()).isCloseTo(report.discriminatorLoss(), within(0.2));
      assertThat(report.generatorLoss()).isNotEqualTo(report.discriminatorLoss());
    }
  }

  @Test
  void divergenceNamesStepAndTensor() throws IOException {
    GanConfig ring = Runs.ring(UpdateOrder.ALTERNATING, 1);
    Activation leaky = Activation.leakyRelu(0.2); // unbounded, so that nothing saturates
    Sequential critic = Sequential.of(new Dense(9, leaky), new Dense(1, Activation.IDENTITY));
    Player hasty = new Player(critic, new Sgd(1e30));
    GanConfig config = GanConfig.of(ring.data(), 2, ring.loss(), ring.generator(), hasty);
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 10; i++) {
                  trainer.step();
                }
              })
          .isInstanceOfSatisfying(
              DivergedException.class,
              e -> {
                assertThat(e.step()).isBetween(1L, 3L);
                assertThat(e.tensor())
                    .matches(
                        "(gradient of|parameter) (generator|discriminator)/\\d/(weight|bias)"
                            + "|(generator|discriminator) loss");
              })
          .hasMessageMatching(
              "training, step \\d: expected finite numbers, got NaN or infinity in .*; lower the"
                  + " learning rates, or start again from an earlier checkpoint");
    }
  }

  @Test
  void networksThatDoNotFitAreRefused() {
    GanConfig good = Runs.ring(UpdateOrder.ALTERNATING, 1);
    assertThatThrownBy(() -> build(good, dense(3), good.discriminator().network()))
        .hasMessage(
            "generator: expected output [2] like the data's samples, got [3]; change its last"
                + " layer");
    assertThatThrownBy(() -> build(good, good.generator().network(), dense(2)))
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
                like.loss(),
                new Player(generator, adam),
                new Player(discriminator, adam))
            .withBatch(8)
            .withThreads(1);
    try (Backend backend = Runs.backend(config)) {
      GanTrainer.open(config, backend);
    }
  }

  @Test
  void theFirstSamplesDoNotDependOnHowMany() throws IOException {
    GanConfig config = Runs.ring(UpdateOrder.ALTERNATING, 1);
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
}
