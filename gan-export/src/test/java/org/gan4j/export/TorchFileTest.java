package org.gan4j.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.io.safetensors.SafetensorsFile;
import org.gan4j.nn.BatchNorm;
import org.gan4j.nn.Conv2d;
import org.gan4j.nn.ConvTranspose2d;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Flatten;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Maxout;
import org.gan4j.nn.Reshape;
import org.gan4j.nn.Residual;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.SpectralNorm;
import org.gan4j.nn.Upsample;
import org.gan4j.nn.UpsampleConv2d;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Graph;
import org.gan4j.train.config.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TorchFileTest {
  private static final Activation IDENTITY = Activation.IDENTITY;

  @TempDir private Path folder;

  private SafetensorsFile written(Graph graph, DType dtype) throws IOException {
    Path path = folder.resolve("generator.safetensors");
    new TorchFile(graph, dtype, Map.of("step", "7")).write(path);
    return SafetensorsFile.read(path);
  }

  private SafetensorsFile written(LayerSpec spec, int latent) throws IOException {
    try (Backend backend = Backends.open("reference")) {
      return written(graph(Randomised.of(spec, latent, backend)), backend.dtype());
    }
  }

  private static Graph graph(Randomised network) {
    Shape sample = network.spec().outputShape(Shape.of(network.latent()));
    return Export.graph(network.layer()::export, network.latent(), sample);
  }

  private static Map<String, String> shapes(SafetensorsFile file) {
    Map<String, String> shapes = new TreeMap<>();
    file.tensors().forEach((name, tensor) -> shapes.put(name, tensor.shape().toString()));
    return shapes;
  }

  /** The names that PyTorch 2.13 gives, by {@code nn.Sequential(…).state_dict()}. */
  @Test
  void theGeneratorOfMnistHasPyTorchsNamesAndShapes() throws IOException {
    LayerSpec generator = Presets.named("mnist").game().generator().network();
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("0.weight", "[256, 64]");
    expected.put("0.bias", "[256]");
    batchNorm(expected, 1, 256);
    expected.put("3.weight", "[3136, 256]");
    expected.put("3.bias", "[3136]");
    batchNorm(expected, 5, 64);
    expected.put("7.weight", "[64, 32, 4, 4]");
    expected.put("7.bias", "[32]");
    batchNorm(expected, 8, 32);
    expected.put("10.weight", "[32, 1, 4, 4]");
    expected.put("10.bias", "[1]");
    assertThat(shapes(written(generator, 64))).isEqualTo(expected);
  }

  private static void batchNorm(Map<String, String> shapes, int module, int features) {
    for (String name : new String[] {"weight", "bias", "running_mean", "running_var"}) {
      shapes.put(module + "." + name, "[" + features + "]");
    }
  }

  @Test
  void modulesInsideModulesAddToTheName() throws IOException {
    LayerSpec block =
        new Residual(
            Sequential.of(new BatchNorm(), new UpsampleConv2d(3, 3, 1, Activation.RELU)),
            Sequential.of(new Conv2d(3, 1, 1, 0, IDENTITY), new Upsample(2)));
    SafetensorsFile file =
        written(
            Sequential.of(
                new Dense(8, IDENTITY),
                new Reshape(2, 2, 2),
                Sequential.of(block, new SpectralNorm(new ConvTranspose2d(5, 4, 2, 1, IDENTITY)))),
            3);
    assertThat(file.tensors())
        .containsOnlyKeys(
            "0.weight",
            "0.bias",
            "2.0.branch.0.weight",
            "2.0.branch.0.bias",
            "2.0.branch.0.running_mean",
            "2.0.branch.0.running_var",
            "2.0.branch.2.weight",
            "2.0.branch.2.bias",
            "2.0.shortcut.0.weight",
            "2.0.shortcut.0.bias",
            "2.1.weight",
            "2.1.bias");
    assertThat(file.tensors().get("2.1.weight").shape()).isEqualTo(Shape.of(3, 5, 4, 4));
    assertThat(file.metadata()).containsEntry("step", "7");
    assertThat(file.metadata().get("pytorch"))
        .isEqualTo(
            """
            nn.Sequential(
                nn.Linear(3, 8),
                nn.Unflatten(1, (2, 2, 2)),
                nn.Sequential(
                    Residual(
                        nn.Sequential(
                            nn.BatchNorm2d(2, eps=1.0E-5, momentum=0.1),
                            nn.Upsample(scale_factor=2),
                            nn.Conv2d(2, 3, 3, stride=1, padding=1),
                            nn.ReLU()),
                        nn.Sequential(
                            nn.Conv2d(2, 3, 1, stride=1, padding=0),
                            nn.Upsample(scale_factor=2))),
                    nn.ConvTranspose2d(3, 5, 4, stride=2, padding=1)))""");
  }

  /**
   * Applies the tensors of the file, channels first and in plain loops: a dense layer, a view as
   * maps, a convolution, and a dense layer of the flattened maps, whose weight has spectral norm.
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  void theTensorsComputeTheNetworkChannelsFirst(DType dtype) throws IOException {
    LayerSpec spec =
        Sequential.of(
            new Dense(24, Activation.TANH),
            new Reshape(2, 3, 4),
            new Conv2d(5, 3, 1, 1, Activation.TANH),
            new Flatten(),
            new SpectralNorm(new Dense(7, IDENTITY)));
    try (Backend backend = Backends.open("reference", new BackendOptions(1, dtype))) {
      Randomised network = Randomised.of(spec, 6, backend);
      SafetensorsFile file = written(graph(network), dtype);
      float[] expected = network.samples();
      float[] latents = network.latents();
      for (int n = 0; n < Randomised.SAMPLES; n++) {
        double[] x = new double[6];
        for (int i = 0; i < x.length; i++) {
          x[i] = latents[n * 6 + i];
        }
        double[] hidden = tanh(ChannelsFirst.linear(file, "0", x));
        double[] maps = tanh(ChannelsFirst.conv3x3(file, "3", hidden, 2, 3));
        double[] got = ChannelsFirst.linear(file, "6", maps);
        for (int i = 0; i < got.length; i++) {
          assertThat(got[i]).isCloseTo(expected[n * got.length + i], within(1e-5));
        }
      }
    }
  }

  private static double[] tanh(double[] values) {
    double[] result = values.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] = Math.tanh(result[i]);
    }
    return result;
  }

  @Test
  void refusesWhatNoWeightsCanReorder() {
    try (Backend backend = Backends.open("reference")) {
      LayerSpec spec = Sequential.of(new Maxout(12, 2), new Reshape(2, 3, 2));
      Graph graph = graph(Randomised.of(spec, 3, backend));
      assertThatThrownBy(() -> new TorchFile(graph, DType.FLOAT32, Map.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "export: expected maps made of what one dense layer computes, whose weights can be put"
                  + " in PyTorch's order, got a reshape of numbers in a fixed order; export to"
                  + " .onnx");
    }
  }
}
