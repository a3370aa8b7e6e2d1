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

/** The presets reach their targets, from three seeds each. */
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

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void ring(long seed) throws IOException {
    requireRing(Presets.named("ring"), seed);
  }

  /** A discriminator of pairs finds the ring as well. */
  @Test
  void packedRing() throws IOException {
    GanConfig ring = Presets.named("ring");
    Player plain = ring.game().discriminator();
    Player packed = new Player(new Pack(2, plain.network()), plain.optimizer());
    requireRing(
        GanConfig.of(
                ring.data(),
                ring.game().latent(),
                ring.game().loss(),
                ring.game().generator(),
                packed)
            .withBatch(ring.training().batch())
            .withSteps(ring.training().steps()),
        1);
  }

  private static void requireRing(GanConfig config, long seed) throws IOException {
    Ring target = (Ring) ((Points) config.data()).distribution();
    assertThat(target).isEqualTo(new Ring(8, 1, 0.02));
    float[] samples = train(config, config.game().loss(), seed);
    double[][] centres = target.centres();
    int[] hits = new int[centres.length];
    int near = 0;
    for (int i = 0; i < SAMPLES; i++) {
      for (int mode = 0; mode < centres.length; mode++) {
        double distance =
            Math.hypot(samples[2 * i] - centres[mode][0], samples[2 * i + 1] - centres[mode][1]);
        if (distance <= 3 * target.sd()) {
          hits[mode]++;
          near++;
        }
      }
    }
    assertThat(Arrays.stream(hits).filter(count -> count > 0).count()).isGreaterThanOrEqualTo(7);
    assertThat((double) near / SAMPLES).isGreaterThanOrEqualTo(0.7);
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
