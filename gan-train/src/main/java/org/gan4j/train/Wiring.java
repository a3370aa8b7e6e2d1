package org.gan4j.train;

import org.gan4j.core.Shape;
import org.gan4j.data.BatchSource;
import org.gan4j.nn.AuxiliaryHead;
import org.gan4j.nn.LayerSpec;

/** Checks that the two networks fit the data and each other before anything is allocated. */
final class Wiring {
  private Wiring() {}

  static void check(GanConfig config, BatchSource data) {
    Shape sample = data.sampleShape();
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
    LayerSpec discriminator = config.game().discriminator().network();
    Shape logits = outputShape("discriminator", config.game().discriminator(), sample);
    int scores = discriminator.auxiliaryHead().map(AuxiliaryHead::classes).orElse(0);
    if (!logits.equals(Shape.of(1 + scores))) {
      throw new IllegalArgumentException(
          "discriminator: expected output [1], one logit a sample, got "
              + logits
              + "; change its last layer");
    }
    requireLabels(config, data.classes());
    requireWholePacks(config);
    MemoryNeed.of(config, sample).requireRoom();
  }

  /** Both networks take labels of the data's classes, or neither does. */
  private static void requireLabels(GanConfig config, int classes) {
    int ofGenerator = config.game().generator().network().classes();
    int ofDiscriminator = config.game().discriminator().network().classes();
    if (ofGenerator == 0 && ofDiscriminator == 0) {
      return;
    }
    if (ofGenerator != ofDiscriminator) {
      throw new IllegalArgumentException(
          "config: expected layers for labels of the same classes in both networks, got "
              + ofGenerator
              + " classes in the generator and "
              + ofDiscriminator
              + " in the discriminator; 0 is a network without such layers");
    }
    if (classes != ofGenerator) {
      throw new IllegalArgumentException(
          "config: expected data with labels of "
              + ofGenerator
              + " classes, as many as the networks are built for, got "
              + (classes == 0 ? "data without labels" : classes + " classes"));
    }
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
