package org.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.data.distribution.Gaussian;
import org.gan4j.data.distribution.Ring;
import org.gan4j.data.spec.Points;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.OriginalMinimax;
import org.gan4j.nn.Pack;
import org.gan4j.train.config.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings reach their targets. */
class ConvergenceTest {
  private static final int SAMPLES = 2_500;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void gaussian(long seed) throws IOException {
    GanConfig config = Presets.named("gaussian");
    Gaussian target = (Gaussian) ((Points) config.data()).distribution();
    float[] samples = train(config, config.game().loss(), seed);
    double mean = 0;
    double squares = 0;
    for (float sample : samples) {
      mean += sample / SAMPLES;
      squares += (double) sample * sample / SAMPLES;
    }
    double sd = Math.sqrt(squares - mean * mean);
    assertThat(mean).isCloseTo(target.mean(), within(0.1 * target.sd()));
    assertThat(sd / target.sd()).isCloseTo(1, within(0.15));
  }

  /** A discriminator of pairs finds the ring as well, in a shorter run. */
  @Test
  void packedRing() throws IOException {
    Game game = Presets.named("ring").game();
    Player plain = game.discriminator();
    Player packed = new Player(new Pack(2, plain.network()), plain.optimizer());
    GanConfig config =
        Presets.named("ring").withGame(game.withPlayers(game.generator(), packed)).withSteps(3_000);
    Ring target = (Ring) ((Points) config.data()).distribution();
    float[] samples = train(config, game.loss(), 1);
    double[][] centres = target.centres();
    int[] hits = new int[centres.length];
    for (int i = 0; i < SAMPLES; i++) {
      for (int mode = 0; mode < centres.length; mode++) {
        double distance =
            Math.hypot(samples[2 * i] - centres[mode][0], samples[2 * i + 1] - centres[mode][1]);
        if (distance <= 3 * target.sd()) {
          hits[mode]++;
        }
      }
    }
    assertThat(hits).hasSize(8).doesNotContain(0);
    assertThat((double) Arrays.stream(hits).sum() / SAMPLES).isGreaterThanOrEqualTo(0.7);
  }

  /** Both original losses find the mean. */
  @ParameterizedTest
  @ValueSource(strings = {"minimax", "non-saturating"})
  void bothLossesTrain(String name) throws IOException {
    List<GanLoss> losses = List.of(new OriginalMinimax(), new NonSaturating());
    GanLoss loss = losses.stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
    GanConfig config = Presets.named("gaussian");
    Gaussian target = (Gaussian) ((Points) config.data()).distribution();
    double mean = 0;
    for (float sample : train(config, loss, 4)) {
      mean += sample / SAMPLES;
    }
    assertThat(mean).isCloseTo(target.mean(), within(0.2 * target.sd()));
  }

  private static float[] train(GanConfig preset, GanLoss loss, long seed) throws IOException {
    GanConfig config = preset.withSeed(seed).withLoss(loss).withThreads(2);
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      trainer.train(List.of());
      return trainer.sample(SAMPLES, Rng.ofSeed(seed).stream("evaluation"));
    }
  }
}
