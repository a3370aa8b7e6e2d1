package org.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.core.recipe.Recipes;
import org.gan4j.losses.Critic;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.Scores;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.R2;
import org.gan4j.losses.penalty.WganGp;
import org.gan4j.nn.Activate;
import org.gan4j.nn.BatchNorm;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Dropout;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.optim.Adam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PenaltiesInTrainingTest {
  private static final List<CriticPenalty> ALL = Recipes.load().usual(CriticPenalty.class);

  private static List<float[]> trained(GanConfig config, int steps) throws IOException {
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      for (int i = 0; i < steps; i++) {
        trainer.step();
      }
      return Runs.parameters(trainer);
    }
  }

  private static double firstLoss(GanConfig config) throws IOException {
    try (Backend backend = Runs.backend(config)) {
      return GanTrainer.open(config, backend).step().discriminatorLoss();
    }
  }

  /** A discriminator that couples samples, with dropout. */
  private static GanConfig coupled() {
    GanConfig ring = Runs.ring(new Alternating(), 1);
    Sequential critic =
        Sequential.of(
            new Dense(16, Activation.TANH),
            new Dropout(0.2),
            new BatchNorm(),
            new Activate(Activation.SOFTPLUS),
            new Dense(1, Activation.IDENTITY));
    Player discriminator = new Player(critic, new Adam(1e-3, 0.5, 0.9));
    return GanConfig.of(ring.data(), 2, ring.game().loss(), ring.game().generator(), discriminator)
        .withThreads(1);
  }

  @ParameterizedTest
  @MethodSource("org.gan4j.train.Runs#orders")
  void runsAreAFunctionOfConfigAndSeed(UpdateOrder order) throws IOException {
    for (DType dtype : DType.values()) {
      GanConfig config = Runs.ring(order, 1).withDtype(dtype).withPenalties(ALL);
      List<float[]> once = trained(config, 5);
      assertThat(trained(config, 5)).usingRecursiveComparison().isEqualTo(once);
      assertThat(once).allSatisfy(values -> assertThat(values).doesNotContain(Float.NaN));
      assertThat(once.get(6)).isNotEqualTo(trained(config.withPenalties(List.of()), 5).get(6));
    }
  }

  @Test
  void backendsAgree() throws IOException {
    GanConfig config = Runs.ring(new Alternating(), 1).withDtype(DType.FLOAT64).withPenalties(ALL);
    List<float[]> reference = trained(config.withBackend("reference"), 3);
    List<float[]> cpu = trained(config, 3);
    for (int i = 0; i < cpu.size(); i++) {
      assertThat(cpu.get(i)).containsExactly(reference.get(i), within(1e-6f));
    }
  }

  @Test
  void coupledLayersTrainTheSameOnEveryBackend() throws IOException {
    GanConfig config = coupled().withDtype(DType.FLOAT64).withPenalties(ALL);
    List<float[]> start = trained(config, 0);
    List<float[]> reference = trained(config.withBackend("reference"), 5);
    List<float[]> cpu = trained(config, 5);
    for (int i = 0; i < cpu.size(); i++) {
      assertThat(cpu.get(i)).isNotEqualTo(start.get(i));
      assertThat(cpu.get(i)).containsExactly(reference.get(i), within(1e-6f));
    }
  }

  /** Penalties add up, and doubling their factors doubles what they add. */
  @Test
  void theObjectiveIsTheSum() throws IOException {
    for (GanConfig config : List.of(Runs.ring(new Simultaneous(), 1), coupled())) {
      GanConfig exact = config.withDtype(DType.FLOAT64);
      double bare = firstLoss(exact);
      double r1 = firstLoss(exact.withPenalties(List.of(new R1(1)))) - bare;
      double r2 = firstLoss(exact.withPenalties(List.of(new R2(1)))) - bare;
      double both = firstLoss(exact.withPenalties(List.of(new R1(2), new R2(2)))) - bare;
      assertThat(r1).isPositive();
      assertThat(r2).isPositive();
      assertThat(both).isCloseTo(2 * (r1 + r2), within(1e-12 * (1 + both)));
    }
  }

  /** Records the first draw of each update and adds nothing to the loss. */
  private record Draws(List<Long> recorded) implements CriticPenalty {
    @Override
    public Var penalty(Critic critic, Scores scores, Rng rng) {
      recorded.add(rng.stream("recorded").at(0).nextLong());
      return scores.real().tape().zeros(Shape.scalar(), scores.real().dtype());
    }
  }

  @Test
  void drawsChangeWithSeedAndUpdateAlone() throws IOException {
    GanConfig ring = Runs.ring(new Alternating(), 1);
    Draws penalty = new Draws(new ArrayList<>());
    GanConfig config = ring.withPenalties(List.of(penalty));
    trained(config, 3);
    assertThat(penalty.recorded()).hasSize(3).doesNotHaveDuplicates();
    trained(config.withPenalties(List.of(new R1(1), penalty)), 3);
    assertThat(penalty.recorded().subList(3, 6)).isEqualTo(penalty.recorded().subList(0, 3));
    trained(config.withSeed(7), 3);
    assertThat(penalty.recorded().subList(3, 9)).doesNotHaveDuplicates();
  }

  /** The passes of a penalty do not change running statistics. */
  @Test
  void statisticsAreOfTheSamplesAlone() throws IOException {
    try (Backend backend = Runs.backend(coupled())) {
      GanTrainer bare = GanTrainer.open(coupled(), backend);
      GanTrainer penalised =
          GanTrainer.open(coupled().withPenalties(List.of(new WganGp(10))), backend);
      bare.step();
      penalised.step();
      String name = "discriminator/batch-norm-0/running_mean";
      assertThat(penalised.discriminator().buffers().get(name).read().toDoubles())
          .isEqualTo(bare.discriminator().buffers().get(name).read().toDoubles());
    }
  }
}
