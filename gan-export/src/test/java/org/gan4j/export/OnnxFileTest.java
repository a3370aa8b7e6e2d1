package org.gan4j.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.random.Rng;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.nn.Activate;
import org.gan4j.nn.AuxiliaryHead;
import org.gan4j.nn.AveragePool;
import org.gan4j.nn.BatchNorm;
import org.gan4j.nn.ConditionalBatchNorm;
import org.gan4j.nn.Conv2d;
import org.gan4j.nn.Conv2dAveragePool;
import org.gan4j.nn.ConvTranspose2d;
import org.gan4j.nn.Dense;
import org.gan4j.nn.DiffAugment;
import org.gan4j.nn.Dropout;
import org.gan4j.nn.Elu;
import org.gan4j.nn.Flatten;
import org.gan4j.nn.GlobalSumPool;
import org.gan4j.nn.GroupNorm;
import org.gan4j.nn.JoinLabel;
import org.gan4j.nn.Layer;
import org.gan4j.nn.LayerNorm;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Maxout;
import org.gan4j.nn.MinibatchStdDev;
import org.gan4j.nn.Pack;
import org.gan4j.nn.Projection;
import org.gan4j.nn.Reshape;
import org.gan4j.nn.Residual;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.Silu;
import org.gan4j.nn.SpectralNorm;
import org.gan4j.nn.Upsample;
import org.gan4j.nn.UpsampleConv2d;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Graph;
import org.gan4j.nn.init.Normal;
import org.gan4j.nn.network.DcganDiscriminator;
import org.gan4j.nn.network.DcganFeatures;
import org.gan4j.nn.network.DcganGenerator;
import org.gan4j.nn.network.ResnetDiscriminator;
import org.gan4j.nn.network.ResnetGenerator;
import org.gan4j.nn.recipe.NnRecipes;
import org.gan4j.train.Game;
import org.gan4j.train.GanConfig;
import org.gan4j.train.config.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ONNX Runtime computes what the network computes in an evaluation pass. */
class OnnxFileTest {
  private static final int LATENT = 6;
  private static final Activation LEAKY = Activation.leakyRelu(0.2);

  @TempDir private Path folder;

  static List<LayerSpec> networks() {
    List<LayerSpec> networks = new ArrayList<>();
    for (Activation.Kind kind : Activation.Kind.values()) {
      Activation activation = kind == Activation.Kind.LEAKY_RELU ? LEAKY : new Activation(kind, 0);
      networks.add(new Dense(7, activation));
      networks.add(onVectors(new Activate(activation)));
    }
    for (LayerSpec layer :
        List.of(
            new Silu(),
            new Elu(0.7),
            new Dropout(0.5),
            new Maxout(5, 3),
            new BatchNorm(),
            new ConditionalBatchNorm(3, 0.1, 0.01),
            new LayerNorm(0.1),
            new JoinLabel(3, 4, new Normal(1)),
            new SpectralNorm(new Dense(5, LEAKY)),
            new Residual(new Dense(12, Activation.TANH)),
            new Reshape(2, 3, 2),
            new Flatten())) {
      networks.add(onVectors(layer));
    }
    for (LayerSpec layer :
        List.of(
            new Activate(LEAKY),
            new Conv2d(5, 3, 1, 1, LEAKY),
            new Conv2d(5, 3, 2, 1, Activation.TANH),
            new Conv2d(3, 1, 1, 0, Activation.RELU),
            new ConvTranspose2d(3, 4, 2, 1, Activation.SIGMOID),
            new ConvTranspose2d(3, 3, 2, 0, Activation.IDENTITY),
            new UpsampleConv2d(3, 3, 1, LEAKY),
            new UpsampleConv2d(3, 2, 0, Activation.IDENTITY),
            new Conv2dAveragePool(3, 3, 1, LEAKY),
            new Upsample(3),
            new AveragePool(2),
            new GlobalSumPool(),
            new DiffAugment(),
            new BatchNorm(),
            new ConditionalBatchNorm(3),
            new GroupNorm(2, 0.1),
            new JoinLabel(3, 2, new Normal(1)),
            new SpectralNorm(new Conv2d(5, 3, 1, 1, LEAKY), 2),
            new Residual(new Conv2d(4, 3, 1, 1, LEAKY)),
            new Residual(
                new UpsampleConv2d(3, 3, 1, LEAKY),
                Sequential.of(new Conv2d(3, 1, 1, 0, Activation.IDENTITY), new Upsample(2))),
            new Reshape(4, 2, 12),
            new Flatten())) {
      networks.add(onMaps(layer));
    }
    networks.addAll(rearranged());
    networks.add(new DcganGenerator(8, 3, 4, 0));
    networks.add(new DcganGenerator(8, 3, 4, 2));
    networks.add(new ResnetGenerator(8, 3, 4));
    return networks;
  }

  private static LayerSpec onVectors(LayerSpec layer) {
    return Sequential.of(new Dense(12, Activation.TANH), layer);
  }

  private static LayerSpec onMaps(LayerSpec layer) {
    return Sequential.of(new Dense(96, Activation.TANH), new Reshape(4, 6, 4), layer);
  }

  /** Vectors and maps that become each other, so that features change their places. */
  private static List<LayerSpec> rearranged() {
    Conv2d conv = new Conv2d(3, 3, 1, 1, Activation.TANH);
    return List.of(
        // what is between a dense layer and its maps follows the order of the maps
        Sequential.of(
            new Dense(24, Activation.RELU),
            new BatchNorm(),
            new Residual(new Dense(24, Activation.TANH)),
            new LayerNorm(),
            new ConditionalBatchNorm(2),
            new Reshape(2, 3, 4),
            conv),
        onMaps(Sequential.of(conv, new Flatten(), new Dense(5, Activation.TANH))),
        onMaps(Sequential.of(conv, new Flatten(), new BatchNorm(), new Dense(4, LEAKY))),
        onMaps(
            Sequential.of(
                conv, new Flatten(), new JoinLabel(2, 3, new Normal(1)), new Dense(4, LEAKY))),
        onMaps(Sequential.of(conv, new Flatten(), new Reshape(4, 6, 3), conv)),
        // orders that no weights can follow
        Sequential.of(new Reshape(1, 2, 3), conv, new Flatten(), new Reshape(3, 2, 1)),
        Sequential.of(
            new Maxout(12, 2), new Reshape(2, 3, 2), new Residual(new Conv2d(2, 3, 1, 1, LEAKY))),
        onMaps(Sequential.of(conv, new Flatten(), new Residual(new Dense(72, LEAKY)))));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void onnxRuntimeComputesTheNetwork(LayerSpec spec) throws Exception {
    try (Backend backend = Backends.open("cpu")) {
      Randomised network = Randomised.of(spec, LATENT, backend);
      check(network, spec.outputShape(Shape.of(LATENT)));
    }
  }

  /** The generators as the presets describe them, with pictures as channels-first maps. */
  @ParameterizedTest
  @MethodSource("presets")
  void onnxRuntimeComputesTheGeneratorsOfThePresets(String preset) throws Exception {
    GanConfig config = Presets.named(preset);
    Game game = config.game();
    LayerSpec spec = game.generator().network();
    try (Backend backend = Backends.open("cpu")) {
      check(
          Randomised.of(spec, game.latent(), backend),
          config
              .data()
              .image()
              .map(image -> Shape.of(image.height(), image.width(), image.channels()))
              .orElseGet(() -> spec.outputShape(Shape.of(game.latent()))));
    }
  }

  static List<String> presets() {
    return Presets.names();
  }

  /** So a new layer has to be exported, or to be listed here. */
  @Test
  void everyLayerIsExportedOrOfDiscriminatorsOnly() {
    String tested = networks().toString();
    for (Class<? extends Recipe> type : new NnRecipes().recipes()) {
      if (LayerSpec.class.isAssignableFrom(type) && !OF_DISCRIMINATORS.contains(type)) {
        assertThat(tested).contains(type.getSimpleName() + "[");
      }
    }
  }

  private static final Set<Class<? extends LayerSpec>> OF_DISCRIMINATORS =
      Set.of(
          MinibatchStdDev.class,
          Pack.class,
          Projection.class,
          AuxiliaryHead.class,
          DcganFeatures.class,
          DcganDiscriminator.class,
          ResnetDiscriminator.class);

  static List<LayerSpec> refused() {
    return List.of(
        new MinibatchStdDev(), new Pack(2, new Dense(1, LEAKY)), new Projection(2, new Normal(1)));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aLayerThatCannotBeExportedIsNamed(LayerSpec layer) {
    try (Backend backend = Backends.open("reference")) {
      LayerSpec spec = Sequential.of(new Dense(4, LEAKY), layer);
      Layer network = spec.build(Shape.of(LATENT), Rng.ofSeed(1), backend);
      assertThatThrownBy(() -> Export.graph(network::export, LATENT, Shape.of(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "export: expected layers that say how they are exported, got "
                  + layer.getClass().getSimpleName()
                  + "; leave it out or, if it is your own, override Layer.export");
    }
  }

  /** To 1e-5, or to that share of the largest sample if it is above 1. */
  private void check(Randomised network, Shape sample) throws Exception {
    Graph graph = Export.graph(network.layer()::export, network.latent(), sample);
    Path file = folder.resolve("generator.onnx");
    new OnnxFile(graph, Map.of("step", "7")).write(file);
    OnnxRuntime.Samples got = OnnxRuntime.run(file, network);
    float[] expected = Randomised.channelsFirst(network.samples(), sample);
    assertThat(got.extents()).isEqualTo(extents(sample));
    assertThat(got.values().remaining()).isEqualTo(expected.length);
    float scale = 1;
    for (float value : expected) {
      scale = Math.max(scale, Math.abs(value));
    }
    for (int i = 0; i < expected.length; i++) {
      assertThat(got.values().get(i))
          .as("value %d", i)
          .isCloseTo(expected[i], within(1e-5f * scale));
    }
  }

  private static Shape extents(Shape sample) {
    int n = Randomised.SAMPLES;
    return sample.rank() == 3
        ? Shape.of(n, sample.dim(2), sample.dim(0), sample.dim(1))
        : Shape.of(n, sample.dim(0));
  }
}
