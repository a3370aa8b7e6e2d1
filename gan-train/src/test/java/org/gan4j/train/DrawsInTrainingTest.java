package org.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.nn.BatchNorm;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Dropout;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.Silu;
import org.gan4j.nn.optim.Adam;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The masks that a training run draws. Dropout with rate ½ is placed where no input is 0, so an
 * output of 0 is a dropped element.
 */
class DrawsInTrainingTest {
  private static final int STEPS = 3;
  private static final int BATCH = 256;
  private static final int WIDTH = 8;
  private static final int ELEMENTS = BATCH * WIDTH;
  private static final double RATE = 0.5;

  /** What a run drew. */
  private static final class Draws {
    private final List<Watched.Application> latents = new ArrayList<>();
    private final List<Watched.Application> dropouts = new ArrayList<>();
    private Map<String, List<Float>> parameters = Map.of();

    List<List<Boolean>> masks() {
      return dropouts.stream().map(Draws::mask).toList();
    }

    private static List<Boolean> mask(Watched.Application application) {
      assertThat(application.input()).doesNotContain(0f);
      return application.output().stream().map(value -> value != 0).toList();
    }

    List<List<Float>> latents() {
      return latents.stream().map(Watched.Application::input).toList();
    }
  }

  /** Layers that a test adds somewhere. */
  private record Added(List<LayerSpec> generator, List<LayerSpec> before, List<LayerSpec> after) {
    static final Added NOTHING = new Added(List.of(), List.of(), List.of());
  }

  private static Draws run(String name, UpdateOrder order, Added added, LayerSpec coupling)
      throws IOException {
    Draws draws = new Draws();
    Watched dropout = new Watched(new Dropout(RATE), draws.dropouts);
    Dense first = new Dense(WIDTH, Activation.IDENTITY);
    Watched watchedFirst = new Watched(first, draws.latents);
    GanConfig ring = Runs.ring(order, 1);
    Adam adam = new Adam(1e-3, 0.5, 0.9);
    Dense point = new Dense(2, Activation.IDENTITY);
    Dense logit = new Dense(1, Activation.IDENTITY);
    Player generator =
        new Player(Sequential.of(watchedFirst, block(added.generator()), point), adam);
    Player discriminator =
        new Player(
            Sequential.of(
                block(added.before(), first), dropout, coupling, block(added.after()), logit),
            adam);
    GanConfig config =
        GanConfig.of(ring.data(), 2, ring.game().loss(), generator, discriminator)
            .withUpdates(order)
            .withBatch(BATCH);
    try (Backend backend = Backends.open(name, new BackendOptions(1, config.compute().dtype()))) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      draws.parameters = parameters(trainer);
      for (int i = 0; i < STEPS; i++) {
        trainer.step();
      }
    }
    return draws;
  }

  private static Map<String, List<Float>> parameters(GanTrainer trainer) {
    return Stream.of(trainer.generator(), trainer.discriminator())
        .flatMap(network -> network.parameters().stream())
        .collect(Collectors.toMap(Parameter::name, p -> Runs.boxed(p.value())));
  }

  private static LayerSpec block(List<LayerSpec> added, LayerSpec... first) {
    List<LayerSpec> layers = new ArrayList<>(Arrays.asList(first));
    layers.addAll(added);
    return new Sequential(layers);
  }

  private static double agreement(List<Boolean> a, List<Boolean> b) {
    return IntStream.range(0, a.size()).filter(i -> a.get(i).equals(b.get(i))).count()
        / (double) a.size();
  }

  /** Independent masks agree in half of their elements; 0.06 is over five standard deviations. */
  private static void independent(List<List<Boolean>> masks) {
    for (int i = 0; i < masks.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(agreement(masks.get(i), masks.get(j))).isCloseTo(0.5, within(0.06));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.gan4j.train.Runs#orders")
  void everyApplicationDrawsItsOwnMask(UpdateOrder order) throws IOException {
    List<List<Boolean>> masks = run("cpu", order, Added.NOTHING, new BatchNorm()).masks();
    // With batch norm the real and the fake batch go through separately; the generator adds a
    // third.
    assertThat(masks).hasSize(3 * STEPS).allMatch(mask -> mask.size() == ELEMENTS);
    independent(masks);
  }

  @ParameterizedTest
  @MethodSource("org.gan4j.train.Runs#orders")
  void realAndFakeBatchDrawDifferentMasksInOnePass(UpdateOrder order) throws IOException {
    List<List<Boolean>> masks = run("cpu", order, Added.NOTHING, new Silu()).masks();
    assertThat(masks).hasSize(2 * STEPS);
    List<List<Boolean>> batches = new ArrayList<>();
    for (List<Boolean> mask : masks) {
      for (int from = 0; from < mask.size(); from += ELEMENTS) {
        batches.add(mask.subList(from, from + ELEMENTS));
      }
    }
    assertThat(batches).hasSize(3 * STEPS);
    independent(batches);
  }

  @ParameterizedTest
  @MethodSource("org.gan4j.train.Runs#orders")
  void masksAreTheSameOnEveryBackend(UpdateOrder order) throws IOException {
    List<List<Boolean>> cpu = run("cpu", order, Added.NOTHING, new BatchNorm()).masks();
    for (String name : List.of("nd4j", "reference")) {
      assertThat(run(name, order, Added.NOTHING, new BatchNorm()).masks()).isEqualTo(cpu);
    }
  }

  static Stream<Added> additions() {
    Dense dense = new Dense(WIDTH, Activation.IDENTITY);
    List<LayerSpec> more = List.of(dense, new Dropout(0.3));
    return Stream.of(
        new Added(more, List.of(), List.of()),
        new Added(List.of(), List.of(dense), List.of()),
        new Added(List.of(), List.of(), more));
  }

  @ParameterizedTest
  @MethodSource("additions")
  void aLayerElsewhereChangesNoOtherDraw(Added added) throws IOException {
    UpdateOrder order = new Alternating();
    Draws before = run("cpu", order, Added.NOTHING, new BatchNorm());
    Draws after = run("cpu", order, added, new BatchNorm());
    assertThat(after.masks()).isEqualTo(before.masks());
    assertThat(after.latents()).isEqualTo(before.latents());
    assertThat(after.parameters).containsAllEntriesOf(before.parameters);
    assertThat(after.parameters).hasSize(before.parameters.size() + 2);
  }
}
