package org.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.core.recipe.Recipes;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.nn.BatchNorm;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Dropout;
import org.gan4j.nn.Layer;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Pack;
import org.gan4j.nn.Pass;
import org.gan4j.nn.Sequential;
import org.gan4j.train.run.Checkpoint;
import org.junit.jupiter.api.Test;

/** Discriminators that score packs of samples. */
class PackingTest {
  private static final LayerSpec DROPPING =
      Sequential.of(
          new Dense(16, Activation.TANH), new Dropout(0.2), new Dense(1, Activation.IDENTITY));
  private static final LayerSpec NORMED =
      Sequential.of(
          new Dense(16, Activation.TANH), new BatchNorm(), new Dense(1, Activation.IDENTITY));
  private static final LayerSpec SMOOTH =
      Sequential.of(new Dense(16, Activation.TANH), new Dense(1, Activation.IDENTITY));

  private static GanConfig against(LayerSpec critic) {
    GanConfig ring = Runs.ring(new Alternating(), 1);
    Player discriminator = new Player(critic, ring.game().discriminator().optimizer());
    return GanConfig.of(ring.data(), 2, ring.game().loss(), ring.game().generator(), discriminator)
        .withDtype(DType.FLOAT64)
        .withPenalties(Recipes.load().usual(CriticPenalty.class))
        .withBatch(12)
        .withThreads(1);
  }

  private static List<float[]> trained(GanConfig config, int steps) throws IOException {
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      for (int i = 0; i < steps; i++) {
        trainer.step();
      }
      return Runs.parameters(trainer);
    }
  }

  @Test
  void aPackOfOneTrainsAsTheCritic() throws IOException {
    for (LayerSpec critic : List.of(DROPPING, NORMED)) {
      assertThat(trained(against(new Pack(1, critic)), 5))
          .usingRecursiveComparison()
          .isEqualTo(trained(against(critic), 5));
    }
  }

  @Test
  void resumedRunsGiveTheSameBits() throws IOException {
    for (LayerSpec critic : List.of(DROPPING, NORMED)) {
      GanConfig config = against(new Pack(3, critic));
      try (Backend backend = Runs.backend(config)) {
        GanTrainer whole = GanTrainer.open(config, backend);
        IntStream.range(0, 4).forEach(i -> whole.step());
        Checkpoint checkpoint = Checkpoint.of(whole);
        GanTrainer resumed = GanTrainer.open(config, backend);
        checkpoint.restore(resumed, backend);
        IntStream.range(0, 4).forEach(i -> whole.step());
        IntStream.range(0, 4).forEach(i -> resumed.step());
        assertThat(Runs.parameters(resumed))
            .usingRecursiveComparison()
            .isEqualTo(Runs.parameters(whole));
        assertThat(Runs.parameters(resumed))
            .allSatisfy(values -> assertThat(values).doesNotContain(Float.NaN));
      }
    }
  }

  /** The inner critic sees the real packs first, each of consecutive samples. */
  @Test
  void realAndFakeBatchGoThroughInOnePassOfWholePacks() throws IOException {
    List<Watched.Application> single = new ArrayList<>();
    List<Watched.Application> packed = new ArrayList<>();
    trained(against(new Watched(SMOOTH, single)), 1);
    trained(against(new Pack(3, new Watched(SMOOTH, packed))), 1);
    // The batch is 12 + 12 samples of 2 numbers; the order of the numbers is that of the samples.
    assertThat(packed.get(0).input()).hasSize(48).isEqualTo(single.get(0).input());
    assertThat(single.get(0).output()).hasSize(24);
    assertThat(packed.get(0).output()).hasSize(8);
  }

  /** Declares coupled samples, so that the real and the fake batch get a pass each. */
  private record Apart(LayerSpec inner) implements LayerSpec {
    @Override
    public Shape outputShape(Shape input) {
      return inner.outputShape(input);
    }

    @Override
    public int samplesPerOutput() {
      return inner.samplesPerOutput();
    }

    @Override
    public Layer build(Shape input, Rng init, Backend backend) {
      Layer built = inner.build(input, init, backend);
      return new Layer() {
        @Override
        public Var forward(Var x, Pass pass) {
          return built.forward(x, pass);
        }

        @Override
        public List<Parameter> parameters() {
          return built.parameters();
        }

        @Override
        public boolean couplesSamples() {
          return true;
        }
      };
    }
  }

  @Test
  void onePassOrTwoMakeNoDifference() throws IOException {
    List<float[]> one = trained(against(new Pack(3, SMOOTH)), 3);
    List<float[]> two = trained(against(new Apart(new Pack(3, SMOOTH))), 3);
    for (int i = 0; i < one.size(); i++) {
      assertThat(one.get(i)).containsExactly(two.get(i), within(1e-6f));
    }
  }

  @Test
  void batchesOfBrokenPacksAreRefused() {
    assertThatThrownBy(() -> trained(against(new Pack(5, SMOOTH)), 0))
        .hasMessage(
            "config: expected a batch that the discriminator's packs of 5 divide, got 12; change"
                + " the batch or the pack");
    assertThatThrownBy(() -> trained(against(Sequential.of(new Pack(8, new Pack(3, SMOOTH)))), 0))
        .hasMessageContaining("packs of 24 divide, got 12");
  }

  @Test
  void generatorsDoNotPack() {
    GanConfig ring = against(SMOOTH);
    LayerSpec packing = new Pack(2, ring.game().generator().network());
    Player generator = new Player(packing, ring.game().generator().optimizer());
    GanConfig config =
        GanConfig.of(ring.data(), 2, ring.game().loss(), generator, ring.game().discriminator());
    assertThatThrownBy(() -> trained(config, 0))
        .hasMessage(
            "generator: expected one sample for each latent draw, got a network that packs 2 draws;"
                + " pack in the discriminator alone");
  }

  /**
   * A layer around a pack that does not declare it: 3 + 3 samples are 3 pairs, one of them mixed.
   */
  @Test
  void packsOfRealAndFakeSamplesAreRefused() {
    LayerSpec pack = new Pack(2, SMOOTH);
    LayerSpec forgetful =
        new LayerSpec() {
          @Override
          public Shape outputShape(Shape input) {
            return pack.outputShape(input);
          }

          @Override
          public Layer build(Shape input, Rng init, Backend backend) {
            return pack.build(input, init, backend);
          }
        };
    assertThatThrownBy(() -> trained(against(forgetful).withBatch(3), 1))
        .hasMessage(
            "discriminator: expected packs that divide 3 real samples, got 3 logits of all 6; change"
                + " the batch or the pack");
  }
}
