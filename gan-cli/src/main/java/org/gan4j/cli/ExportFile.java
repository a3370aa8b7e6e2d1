package org.gan4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Backend;
import org.gan4j.export.OnnxFile;
import org.gan4j.export.TorchFile;
import org.gan4j.nn.Layer;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Graph;
import org.gan4j.train.Game;
import org.gan4j.train.GanConfig;
import org.gan4j.train.config.ConfigJson;

/**
 * A file of a trained generator. An existing file is replaced only once the new one is complete.
 *
 * @param path the file; its name ends in .safetensors or .onnx
 * @param onnx whether it is an ONNX model
 */
record ExportFile(Path path, boolean onnx) {
  /**
   * Checks the name before anything is read.
   *
   * @throws UsageException if the name says no format
   */
  static ExportFile of(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    boolean onnx = name.endsWith(".onnx");
    if (!onnx && !name.endsWith(".safetensors")) {
      throw new UsageException(
          "--to: expected a name that ends in .safetensors or .onnx, got '" + path + "'");
    }
    return new ExportFile(path, onnx);
  }

  /** Writes the generator, and returns what was written. */
  Graph write(TrainedRun.Generator generator) throws IOException {
    GanConfig config = generator.config();
    try (Backend backend = generator.open()) {
      Layer network = generator.loaded().generator(backend, generator.averaged());
      Graph graph = Export.graph(network::export, config.game().latent(), sample(config));
      Map<String, String> metadata =
          Map.of(
              "config", ConfigJson.write(config),
              "parameters", generator.averaged() ? "averaged" : "last",
              "step", Long.toString(generator.steps()));
      if (onnx) {
        new OnnxFile(graph, metadata).write(path);
      } else {
        new TorchFile(graph, config.compute().dtype(), metadata).write(path);
      }
      return graph;
    }
  }

  /** A sample's shape; images are maps, even where the network's last layer flattens them. */
  private static Shape sample(GanConfig config) {
    Game game = config.game();
    return config
        .data()
        .image()
        .map(image -> Shape.of(image.height(), image.width(), image.channels()))
        .orElseGet(() -> game.generator().network().outputShape(Shape.of(game.latent())));
  }
}
