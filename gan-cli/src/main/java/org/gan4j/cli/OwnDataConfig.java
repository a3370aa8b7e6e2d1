package org.gan4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gan4j.core.backend.Activation;
import org.gan4j.data.DataException;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.spec.DataSpec;
import org.gan4j.nn.Dense;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.network.DcganDiscriminator;
import org.gan4j.nn.network.DcganGenerator;
import org.gan4j.train.Game;
import org.gan4j.train.GanConfig;
import org.gan4j.train.Player;
import org.gan4j.train.config.Presets;

/** The config for data that have no preset: the settings of a preset, with networks that fit. */
final class OwnDataConfig {
  private static final int WIDTH = 32;

  private OwnDataConfig() {}

  /**
   * Returns a config for pictures: the networks of {@code mnist} or {@code stacked-mnist} for their
   * size, else DCGAN's.
   *
   * @throws DataException if no network fits the size
   */
  static GanConfig pictures(DataSpec data, ImageGeometry image) throws DataException {
    boolean likeMnist = image.height() == 28 && image.width() == 28;
    GanConfig preset =
        Presets.named(likeMnist && image.channels() == 3 ? "stacked-mnist" : "mnist");
    return with(preset, data, likeMnist ? preset.game() : dcgan(preset.game(), image));
  }

  private static Game dcgan(Game game, ImageGeometry image) throws DataException {
    try {
      if (image.height() != image.width()) {
        throw new IllegalArgumentException("not square");
      }
      int side = image.height();
      return game.withPlayers(
          player(game.generator(), new DcganGenerator(side, image.channels(), WIDTH, 0)),
          player(
              game.discriminator(), new DcganDiscriminator(side, image.channels(), WIDTH, false)));
    } catch (IllegalArgumentException e) {
      throw new DataException(
          String.format(
              Locale.ROOT,
              "data: expected square pictures whose side halves to 8 or less, such as 28, 32 or 64,"
                  + " which DCGAN's networks fit, got %d × %d; choose another --size for a folder,"
                  + " or write a config with networks of your own",
              image.height(),
              image.width()),
          e);
    }
  }

  /** Returns a config for points: the networks of {@code ring} with another output. */
  static GanConfig points(DataSpec data, int coordinates) {
    GanConfig preset = Presets.named("ring");
    Game game = preset.game();
    List<LayerSpec> layers = new ArrayList<>(((Sequential) game.generator().network()).layers());
    Dense last = (Dense) layers.remove(layers.size() - 1);
    layers.add(new Dense(coordinates, Activation.IDENTITY, last.init()));
    Game fitting =
        new Game(
            Math.max(game.latent(), coordinates),
            game.loss(),
            game.penalties(),
            player(game.generator(), new Sequential(layers)),
            game.discriminator());
    return with(preset, data, fitting);
  }

  private static Player player(Player from, LayerSpec network) {
    return new Player(network, from.optimizer());
  }

  private static GanConfig with(GanConfig preset, DataSpec data, Game game) {
    return new GanConfig(preset.seed(), data, game, preset.training(), preset.compute());
  }
}
