package org.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.core.random.RngStream;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.ClipNorm;
import org.gan4j.nn.optim.ClipWeights;
import org.gan4j.nn.optim.Ema;
import org.gan4j.nn.optim.ExtraGradient;
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.train.run.Checkpoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However averages are nested, a trainer and its checkpoint draw the same samples, bit for bit. */
class AveragesInCheckpointsTest {
  private static final int SAMPLES = 8;

  private static final Map<String, UnaryOperator<Optimizer>> WRAPPERS =
      new TreeMap<>(
          Map.of(
              "ema", inner -> new Ema(0.5, inner),
              "clip norm", inner -> new ClipNorm(0.01, inner),
              "clip weights", inner -> new ClipWeights(0.1, inner),
              "extra-gradient", inner -> new ExtraGradient(inner)));

  /** Every nesting of every choice of wrappers that includes the average. */
  static Stream<Optimizer> nestings() {
    List<Optimizer> all = new ArrayList<>();
    nest(new Adam(0.01, 0.5, 0.9), WRAPPERS.keySet(), all);
    return all.stream().filter(Optimizer::keepsAverages);
  }

  private static void nest(Optimizer inner, Set<String> left, List<Optimizer> all) {
    all.add(inner);
    for (String wrapper : left) {
      Set<String> others = new HashSet<>(left);
      others.remove(wrapper);
      nest(WRAPPERS.get(wrapper).apply(inner), others, all);
    }
  }

  @ParameterizedTest
  @MethodSource("nestings")
  void checkpointsSampleAsTheirTrainers(Optimizer optimizer) throws IOException {
    GanConfig config =
        Runs.normed(new Simultaneous(), optimizer, new Adam(0.01, 0.5, 0.9)).withBatch(16);
    RngStream latent = Rng.ofSeed(3).stream("samples");
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      trainer.step();
      trainer.step();
      float[] samples = trainer.sample(SAMPLES, latent);
      Checkpoint checkpoint = Checkpoint.of(trainer);
      assertThat(
              new Sampler(config, checkpoint.generator(backend), backend).sample(SAMPLES, latent))
          .containsExactly(samples);
      assertThat(new Sampler(config, trainer.generator(), backend).sample(SAMPLES, latent))
          .isNotEqualTo(samples);
    }
  }
}
