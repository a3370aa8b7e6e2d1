package org.gan4j.study.coverage;

import java.util.Optional;
import org.gan4j.train.GanConfig;

/** A setting that a protocol may fix. Figures with another value are not the protocol's. */
public enum Rule {
  /** The dimensions of the latent space. */
  LATENT("latent"),
  /** The generator's layers. */
  GENERATOR("generator network"),
  /** The discriminator's layers. */
  DISCRIMINATOR("discriminator network"),
  /** The samples of a batch. */
  BATCH("batch"),
  /** The generator updates. */
  STEPS("steps");

  private final String setting;

  Rule(String setting) {
    this.setting = setting;
  }

  private Object of(GanConfig config) {
    return switch (this) {
      case LATENT -> config.game().latent();
      case GENERATOR -> config.game().generator().network();
      case DISCRIMINATOR -> config.game().discriminator().network();
      case BATCH -> config.training().batch();
      case STEPS -> config.training().steps();
    };
  }

  /** How a config differs from another in this setting, such as "latent 2 for 64", if it does. */
  Optional<String> departure(GanConfig config, GanConfig from) {
    Object got = of(config);
    Object fixed = of(from);
    if (got.equals(fixed)) {
      return Optional.empty();
    }
    return Optional.of(
        got instanceof Number ? setting + " " + got + " for " + fixed : "another " + setting);
  }
}
