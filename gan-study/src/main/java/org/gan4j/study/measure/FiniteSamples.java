package org.gan4j.study.measure;

import org.gan4j.core.random.Rng;
import org.gan4j.train.DivergedException;
import org.gan4j.train.GanTrainer;

/** The samples that are scored. */
public final class FiniteSamples {
  /** The stream of their latent draws. */
  public static final String STREAM = "evaluation";

  private FiniteSamples() {}

  /**
   * Draws samples from a trainer's generator.
   *
   * @throws DivergedException if a number is not finite: the last update can diverge too, which
   *     only the samples show
   */
  static float[] of(GanTrainer trainer, int count) {
    float[] samples = trainer.sample(count, Rng.ofSeed(trainer.config().seed()).stream(STREAM));
    for (float sample : samples) {
      if (!Float.isFinite(sample)) {
        throw new DivergedException(trainer.steps(), "the samples");
      }
    }
    return samples;
  }
}
