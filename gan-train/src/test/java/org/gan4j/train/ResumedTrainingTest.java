package org.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.core.recipe.Recipes;
import org.gan4j.core.recipe.RegisteredRecipe;
import org.gan4j.data.distribution.Ring;
import org.gan4j.data.spec.DataSpec;
import org.gan4j.data.spec.Points;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.penalty.R1;
import org.gan4j.nn.BatchNorm;
import org.gan4j.nn.ConditionalBatchNorm;
import org.gan4j.nn.Conv2d;
import org.gan4j.nn.ConvTranspose2d;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Dropout;
import org.gan4j.nn.Flatten;
import org.gan4j.nn.JoinLabel;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Projection;
import org.gan4j.nn.Reshape;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.SpectralNorm;
import org.gan4j.nn.init.Normal;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.AdamW;
import org.gan4j.nn.optim.ClipNorm;
import org.gan4j.nn.optim.ClipWeights;
import org.gan4j.nn.optim.Constant;
import org.gan4j.nn.optim.Ema;
import org.gan4j.nn.optim.ExtraGradient;
import org.gan4j.nn.optim.Linear;
import org.gan4j.nn.optim.OptimisticAdam;
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.nn.optim.RmsProp;
import org.gan4j.nn.optim.Sgd;
import org.gan4j.nn.optim.Span;
import org.gan4j.nn.optim.WarmUp;
import org.gan4j.nn.optim.Wrapper;
import org.gan4j.train.run.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A run that is stopped and resumed from its file ends with the bits of one that was not, whatever
 * it trains. The build covers every pair of choices, {@code -Dgan4j.resume=1000} a thousand
 * combinations drawn by chance ({@code -Dgan4j.seed} draws others), {@code -Dgan4j.resume=all}
 * every one.
 */
class ResumedTrainingTest {
  private static final int STEPS = 200;
  private static final int CLASSES = 2;
  private static final Activation LEAKY = Activation.leakyRelu(0.2);

  private static final List<GanLoss> LOSSES = Recipes.load().usual(GanLoss.class);
  private static final List<Optimizers> OPTIMIZERS =
      List.of(
          new Optimizers(
              new Sgd(1e-3, 0.9, new Linear(0.1)), new ClipWeights(0.5, new RmsProp(1e-4))),
          new Optimizers(
              new Adam(1e-4, 0.5, 0.9, 1e-8, new WarmUp(Span.share(0.6), new Constant())),
              new ClipNorm(1, new AdamW(1e-4, 0.5, 0.9, 1e-8, 0.01, new Constant()))),
          new Optimizers(
              new Ema(0.99, new ExtraGradient(new OptimisticAdam(1e-4, 0.5, 0.9))),
              new ExtraGradient(new Adam(1e-4, 0.5, 0.9))));
  private static final List<Long> SAVE_POINTS = List.of(1L, 100L, 199L);
  private static final List<Networks> NETWORKS = List.of(dense(), convolutional(), labelled());
  private static final List<UpdateOrder> ORDERS =
      List.of(new Alternating(2), new Simultaneous(), new Consensus(0.1));
  private static final List<List<CriticPenalty>> PENALTIES = List.of(List.of(), List.of(new R1(1)));

  @TempDir private static Path temp;

  /** What updates the two networks. */
  private record Optimizers(Optimizer generator, Optimizer discriminator) {}

  /** What is trained on what. */
  private record Networks(
      String name, DataSpec data, LayerSpec generator, LayerSpec discriminator) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static LayerSpec logit() {
    return new Dense(1, Activation.IDENTITY);
  }

  private static Networks dense() {
    return new Networks(
        "dense",
        new Points(new Ring(8, 1, 0.02)),
        Sequential.of(
            new Dense(4, Activation.TANH), new BatchNorm(), new Dense(2, Activation.IDENTITY)),
        Sequential.of(new SpectralNorm(new Dense(4, Activation.TANH)), new Dropout(0.2), logit()));
  }

  private static Networks convolutional() {
    return new Networks(
        "convolutional",
        new Points(new Ring(8, 1, 0.02)),
        Sequential.of(
            new Dense(4, Activation.TANH),
            new Reshape(2, 1, 2),
            new ConvTranspose2d(2, 2, 2, 0, Activation.IDENTITY),
            new BatchNorm(),
            new Flatten(),
            new Dense(2, Activation.IDENTITY)),
        Sequential.of(
            new Dense(8, Activation.TANH),
            new Reshape(2, 2, 2),
            new SpectralNorm(new Conv2d(3, 3, 1, 1, LEAKY)),
            new Flatten(),
            logit()));
  }

  private static Networks labelled() {
    Normal init = new Normal(0.1);
    return new Networks(
        "labelled",
        new LabelledPoints(CLASSES),
        Sequential.of(
            new JoinLabel(CLASSES, 2, init),
            new Dense(4, Activation.IDENTITY),
            new ConditionalBatchNorm(CLASSES),
            new Dense(2, Activation.IDENTITY)),
        Sequential.of(new Dense(4, LEAKY), new Projection(CLASSES, init)));
  }

  /** One combination of choices. */
  private record Case(GanConfig config, long savePoint, String networks) {
    static Case of(int... choice) {
      Networks networks = NETWORKS.get(choice[2]);
      Optimizers optimizers = OPTIMIZERS.get(choice[1]);
      UpdateOrder order = ORDERS.get(choice[4]);
      GanConfig config =
          GanConfig.of(
                  networks.data(),
                  2,
                  LOSSES.get(choice[0]),
                  new Player(networks.generator(), optimizers.generator()),
                  new Player(networks.discriminator(), optimizers.discriminator()))
              .withPenalties(PENALTIES.get(choice[5]))
              .withUpdates(
                  optimizers.generator().looksAhead() && !order.looksAhead()
                      ? new Simultaneous()
                      : order)
              .withBatch(4)
              .withSteps(STEPS)
              .withThreads(1 + choice[6]);
      return new Case(config, SAVE_POINTS.get(choice[3]), networks.name());
    }

    @Override
    public String toString() {
      return config.game().loss()
          + ", "
          + config.game().generator().optimizer()
          + ", "
          + networks
          + ", saved at "
          + savePoint
          + ", "
          + config.training().updates()
          + ", "
          + config.game().penalties()
          + ", threads "
          + config.compute().threads();
    }
  }

  static Stream<Case> cases() {
    int[] sizes = {
      LOSSES.size(),
      OPTIMIZERS.size(),
      NETWORKS.size(),
      SAVE_POINTS.size(),
      ORDERS.size(),
      PENALTIES.size(),
      2
    };
    String asked = System.getProperty("gan4j.resume", "pairs");
    return switch (asked) {
      case "pairs" -> Pairs.of(sizes).stream().map(Case::of);
      case "all" -> Pairs.product(sizes).stream().map(Case::of);
      default -> drawn(Pairs.product(sizes), Integer.parseInt(asked)).map(Case::of);
    };
  }

  private static Stream<int[]> drawn(List<int[]> all, int count) {
    int[] order =
        Rng.ofSeed(Long.getLong("gan4j.seed", 1)).stream("combinations").permutation(all.size(), 0);
    return IntStream.of(order).limit(count).mapToObj(all::get);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aResumedRunEndsWithTheBitsOfAWholeOne(Case run) throws IOException {
    Path file = temp.resolve("saved.safetensors");
    Checkpoint whole;
    try (Backend backend = run.config().compute().open()) {
      GanTrainer trainer = GanTrainer.open(run.config(), backend);
      trainer.train(
          List.of(
              (report, current) -> {
                if (report.step() == run.savePoint()) {
                  Checkpoint.of(current).write(file);
                }
              }));
      whole = Checkpoint.of(trainer);
    }
    Checkpoint saved = Checkpoint.read(file);
    assertThat(saved.file().tensors()).isNotEqualTo(whole.file().tensors());
    try (Backend backend = run.config().compute().open()) {
      GanTrainer trainer = GanTrainer.open(run.config(), backend);
      saved.restore(trainer, backend);
      trainer.train(List.of());
      assertThat(Checkpoint.of(trainer).file()).isEqualTo(whole.file());
    }
  }

  /** So that a new optimizer cannot be forgotten above. */
  @Test
  void everyOptimizerAndOrderIsAmongThem() {
    Set<Class<?>> covered =
        OPTIMIZERS.stream()
            .flatMap(both -> Stream.of(both.generator(), both.discriminator()))
            .flatMap(
                outer ->
                    Stream.iterate(
                        outer,
                        Objects::nonNull,
                        o -> o instanceof Wrapper wrapper ? wrapper.inner() : null))
            .map(Object::getClass)
            .collect(Collectors.toSet());
    assertThat(Recipes.load().of(Optimizer.class))
        .extracting(RegisteredRecipe::type)
        .allMatch(covered::contains);
    assertThat(Recipes.load().of(UpdateOrder.class))
        .extracting(RegisteredRecipe::type)
        .allMatch(type -> ORDERS.stream().anyMatch(type::isInstance));
    assertThat(LOSSES).hasSizeGreaterThan(10);
  }

  @Test
  void pairsCoverEveryPair() {
    List<int[]> few = Pairs.of(4, 3, 2);
    assertThat(few).hasSizeLessThan(Pairs.product(4, 3, 2).size());
    for (int[] all : Pairs.product(4, 3, 2)) {
      for (int i = 0; i < 3; i++) {
        int a = i;
        int b = (i + 1) % 3;
        assertThat(few).anyMatch(row -> row[a] == all[a] && row[b] == all[b]);
      }
    }
  }
}
