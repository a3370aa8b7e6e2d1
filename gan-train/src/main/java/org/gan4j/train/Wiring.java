package org.gan4j.train;

import org.gan4j.core.Shape;

/** Checks that the two networks fit the data and each other before anything is allocated. */
final class Wiring {
  private Wiring() {}

  static void check(GanConfig config, Shape sample) {
    Shape produced =
        outputShape("generator", config.game().generator(), Shape.of(config.game().latent()));
    if (!produced.equals(sample)) {
      throw new IllegalArgumentException(
          "generator: expected output "
              + sample
              + " like the data's samples, got "
              + produced
              + "; change its last layer");
    }
    int packed = config.game().generator().network().samplesPerOutput();
    if (packed != 1) {
      throw new IllegalArgumentException(
          "generator: expected one sample for each latent draw, got a network that packs "
              + packed
              + " draws; pack in the discriminator alone");
    }
    Shape logits = outputShape("discriminator", config.game().discriminator(), sample);
    if (!logits.equals(Shape.of(1))) {
      throw new IllegalArgumentException(
          "discriminator: expected output [1], one logit a sample, got "
              + logits
              + "; change its last layer");
    }
    requireWholePacks(config);
    MemoryNeed.of(config, sample).requireRoom();
  }

  private static void requireWholePacks(GanConfig config) {
    int packed = config.game().discriminator().network().samplesPerOutput();
    if (config.training().batch() % packed != 0) {
      throw new IllegalArgumentException(
          "config: expected a batch that the discriminator's packs of "
              + packed
              + " divide, got "
              + config.training().batch()
              + "; change the batch or the pack");
    }
  }

  private static Shape outputShape(String name, Player player, Shape input) {
    try {
      return player.network().outputShape(input);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ", " + e.getMessage(), e);
    }
  }
}
