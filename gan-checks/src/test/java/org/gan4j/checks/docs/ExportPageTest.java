package org.gan4j.checks.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.core.Shape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.Layer;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.export.Export;
import org.gan4j.train.Game;
import org.gan4j.train.config.Presets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/guide/export-a-generator.md shows the modules that the presets export. */
class ExportPageTest {
  private static final String PAGE = Pages.text("docs/guide/export-a-generator.md");

  @ParameterizedTest
  @ValueSource(strings = {"mnist", "mnist-conditional"})
  void thePageHasTheModulesOf(String preset) {
    Game game = Presets.named(preset).game();
    LayerSpec spec = game.generator().network();
    Shape latent = Shape.of(game.latent());
    try (Backend backend = Backends.open("reference")) {
      Layer network = spec.build(latent, Rng.ofSeed(1), backend);
      String modules =
          Export.graph(network::export, game.latent(), spec.outputShape(latent)).modules();
      assertThat(PAGE).contains("generator = " + modules + "\n");
    }
  }
}
