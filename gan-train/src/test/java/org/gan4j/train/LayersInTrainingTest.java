package org.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.core.random.Rng;
import org.gan4j.core.random.RngStream;
import org.gan4j.nn.Layer;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.Ema;
import org.gan4j.nn.optim.ExtraGradient;
import org.gan4j.nn.optim.OptimisticAdam;
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.nn.optim.Sgd;
import org.gan4j.train.run.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers with running statistics or coupling, and optimizers with more than one gradient. */
class LayersInTrainingTest {
  private static final RngStream SAMPLES = Rng.ofSeed(5).stream("samples");

  private static GanConfig normed() {
    return Runs.normed(
        new Alternating(), new Ema(0.9, new Adam(1e-3, 0.5, 0.9)), new Adam(1e-3, 0.5, 0.9));
  }

  private static void steps(GanTrainer trainer, int n) {
    for (int i = 0; i < n; i++) {
      trainer.step();
    }
  }

  private static double[] running(GanTrainer trainer, String name) {
    Map<String, State> buffers =
        name.startsWith("g") ? trainer.generator().buffers() : trainer.discriminator().buffers();
    return buffers.get(name).read().toDoubles();
  }

  @Test
  void statisticsMoveInTheNetworksOwnUpdatesOnly() throws IOException {
    GanConfig config = normed();
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      assertThat(running(trainer, "generator/batch-norm-0/running_var")).containsOnly(1);
      steps(trainer, 1);
      // Of the first variance 0.9 is left per learning pass. The discriminator learns from its
      // real and its fake pass, and not from the generator's step; its features vary little.
      double[] variances = running(trainer, "discriminator/batch-norm-0/running_var");
      assertThat(Arrays.stream(variances).min().orElseThrow()).isBetween(0.81, 0.86);
      assertThat(running(trainer, "generator/batch-norm-0/running_mean")).doesNotContain(0);
    }
  }

  @Test
  void checkpointsHoldStatisticsAndAverages() throws IOException {
    GanConfig config = normed();
    try (Backend backend = Runs.backend(config)) {
      GanTrainer whole = GanTrainer.open(config, backend);
      steps(whole, 5);
      Checkpoint checkpoint = Checkpoint.of(whole);
      assertThat(checkpoint.file().tensors())
          .containsKeys(
              "generator/dense-0/weight/ema",
              "generator/batch-norm-0/running_mean",
              "generator/batch-norm-0/running_var",
              "discriminator/batch-norm-0/running_mean");
      GanTrainer resumed = GanTrainer.open(config, backend);
      checkpoint.restore(resumed, backend);
      steps(whole, 3);
      steps(resumed, 3);
      assertThat(Runs.parameters(resumed))
          .usingRecursiveComparison()
          .isEqualTo(Runs.parameters(whole));
      float[] samples = whole.sample(50, SAMPLES);
      assertThat(resumed.sample(50, SAMPLES)).isEqualTo(samples);
      Sampler alone = new Sampler(config, Checkpoint.of(whole).generator(backend), backend);
      assertThat(alone.sample(50, SAMPLES)).isEqualTo(samples);
    }
  }

  @Test
  void samplesAreOfTheAveragedGenerator() throws IOException {
    GanConfig config = normed();
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      steps(trainer, 5);
      float[] live = new Sampler(config, trainer.generator(), backend).sample(50, SAMPLES);
      assertThat(trainer.sample(50, SAMPLES)).isNotEqualTo(live);
      assertThat(trainer.generator()).isNotSameAs(trainer.samplingGenerator());
    }
    Optimizer adam = new Adam(1e-3, 0.5, 0.9);
    GanConfig newest = Runs.normed(new Alternating(), new Ema(0, adam), adam);
    try (Backend backend = Runs.backend(newest)) {
      GanTrainer trainer = GanTrainer.open(newest, backend);
      steps(trainer, 5);
      // With decay 0 the average is the parameter.
      float[] live = new Sampler(newest, trainer.generator(), backend).sample(50, SAMPLES);
      assertThat(trainer.sample(50, SAMPLES)).isEqualTo(live);
    }
  }

  private static void load(GanTrainer trainer, Backend backend, List<float[]> values) {
    try (Tape tape = Tape.on(backend)) {
      int i = 0;
      for (Layer network : List.of(trainer.generator(), trainer.discriminator())) {
        for (Parameter parameter : network.parameters()) {
          backend.assign(
              parameter.state(),
              tape.backend().tensor(parameter.shape(), parameter.dtype(), values.get(i++)));
        }
      }
    }
  }

  /** θ − ηg(θ′), where θ′ = θ − ηg(θ) is a plain step of gradient descent on the same batch. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5})
  void extraGradientTakesBothGradientsAhead(double gamma) throws IOException {
    Sgd descent = new Sgd(0.05);
    UpdateOrder order = gamma == 0 ? new Simultaneous() : new Consensus(gamma);
    GanConfig config =
        Runs.ring(new Simultaneous(), 1, Runs.ring(new Simultaneous(), 1).game().loss(), descent)
            .withUpdates(order);
    GanConfig extra =
        Runs.ring(new Simultaneous(), 1, config.game().loss(), new ExtraGradient(descent))
            .withUpdates(order);
    try (Backend backend = Runs.backend(config)) {
      GanTrainer plain = GanTrainer.open(config, backend);
      List<float[]> start = Runs.parameters(plain);
      plain.step();
      List<float[]> ahead = Runs.parameters(plain);
      GanTrainer second = GanTrainer.open(config, backend);
      load(second, backend, ahead);
      second.step();
      List<float[]> afterwards = Runs.parameters(second);
      GanTrainer looking = GanTrainer.open(extra, backend);
      looking.step();
      assertThat(looking.steps()).isEqualTo(1);
      List<float[]> got = Runs.parameters(looking);
      double moved = 0;
      for (int p = 0; p < start.size(); p++) {
        for (int i = 0; i < start.get(p).length; i++) {
          float expected = start.get(p)[i] + (afterwards.get(p)[i] - ahead.get(p)[i]);
          float rounding = 1e-6f * Math.max(1, Math.abs(expected));
          assertThat(got.get(p)[i]).isCloseTo(expected, within(rounding));
          moved = Math.max(moved, Math.abs(got.get(p)[i] - ahead.get(p)[i]));
        }
      }
      assertThat(moved).isGreaterThan(1e-4); // so that a plain step would not pass
    }
  }

  @Test
  void extraGradientNeedsSimultaneousUpdates() {
    GanConfig config =
        Runs.normed(new Alternating(), new ExtraGradient(new Sgd(0.1)), new Sgd(0.1));
    try (Backend backend = Runs.backend(config)) {
      assertThatThrownBy(() -> GanTrainer.open(config, backend))
          .hasMessage(
              "config: expected an order of updates that looks ahead, such as simultaneous, with an"
                  + " extra-gradient optimizer, got alternating");
    }
  }

  /** Optimistic Adam steps by 2u − u′ where Adam steps by u, and u′ is 0 at first. */
  @Test
  void theFirstStepOfOptimisticAdamIsTwiceThatOfAdam() throws IOException {
    List<float[]> start = trained(new Adam(1e-3, 0.5, 0.9), 0);
    List<float[]> adam = trained(new Adam(1e-3, 0.5, 0.9), 1);
    List<float[]> optimistic = trained(new OptimisticAdam(1e-3, 0.5, 0.9), 1);
    double longest = 0;
    for (int p = 0; p < start.size(); p++) {
      for (int i = 0; i < start.get(p).length; i++) {
        float step = adam.get(p)[i] - start.get(p)[i];
        assertThat(optimistic.get(p)[i] - start.get(p)[i]).isCloseTo(2 * step, within(1e-6f));
        longest = Math.max(longest, Math.abs(step));
      }
    }
    assertThat(longest).isBetween(9e-4, 1.1e-3);
  }

  private static List<float[]> trained(Optimizer optimizer, int steps) throws IOException {
    GanConfig config = Runs.normed(new Simultaneous(), optimizer, optimizer);
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      steps(trainer, steps);
      return Runs.parameters(trainer);
    }
  }
}
