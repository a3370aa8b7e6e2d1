package org.gan4j.peers.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gan4j.core.DType;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.random.Rng;
import org.gan4j.data.BatchSource;
import org.gan4j.speed.workload.StepPenalty;
import org.gan4j.speed.workload.StepSize;
import org.gan4j.train.GanConfig;
import org.gan4j.train.GanTrainer;

/**
 * The same initial weights and batches for every library: those of our trainer. The networks are
 * dense with leaky ReLU, and tanh at the end of the generator; the loss is non-saturating.
 *
 * @param size the networks
 * @param batch the number of real samples, and of latent draws
 * @param generator the generator's layers
 * @param discriminator the discriminator's layers
 * @param batches what the first steps are fed; later steps start again with the first
 */
record StepInputs(
    StepSize size,
    int batch,
    List<DenseWeights> generator,
    List<DenseWeights> discriminator,
    List<StepBatch> batches) {
  /** How many steps are fed with batches of their own. */
  static final int STEPS = 3;

  /** The negative slope of the leaky ReLUs. */
  static final double SLOPE = 0.2;

  /** Adam's learning rate. */
  static final double RATE = 2e-4;

  /** Adam's decay of the first moment. */
  static final double BETA1 = 0.5;

  /** Adam's decay of the second moment. */
  static final double BETA2 = 0.999;

  /** Adam's epsilon, added to the root of the bias-corrected second moment. */
  static final double EPSILON = 1e-8;

  /**
   * The epsilon of a library that adds it to the root before the bias correction, as ND4J, DL4J and
   * DJL do. It equals ours in the first update and nearly so in the next ones.
   */
  static final double UNCORRECTED_EPSILON = EPSILON * Math.sqrt(1 - BETA2);

  /**
   * Returns those of a size.
   *
   * @throws IllegalArgumentException if its networks are not dense
   */
  static StepInputs of(StepSize size) {
    try (Backend backend = Backends.open("cpu", new BackendOptions(1, DType.FLOAT32))) {
      backend.openScope();
      GanTrainer trainer = size.step(StepPenalty.NONE).trainer(backend);
      return new StepInputs(
          size,
          trainer.config().training().batch(),
          DenseWeights.of(trainer.generator()),
          DenseWeights.of(trainer.discriminator()),
          batches(trainer.config()));
    }
  }

  /** The batches and the latent draws that a trainer of the config uses. */
  private static List<StepBatch> batches(GanConfig config) {
    Rng rng = Rng.ofSeed(config.seed());
    BatchSource data = data(config, rng);
    int batch = config.training().batch();
    int latent = batch * config.game().latent();
    return IntStream.range(0, STEPS)
        .mapToObj(
            step -> {
              float[] real = new float[data.sampleShape().batch(batch).length()];
              data.batch(step, real);
              return new StepBatch(
                  real,
                  latent(rng, "discriminator", step, latent),
                  latent(rng, "generator", step, latent));
            })
        .toList();
  }

  private static BatchSource data(GanConfig config, Rng rng) {
    try {
      return config.data().open(rng.stream("data"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static float[] latent(Rng rng, String player, long step, int length) {
    RandomGenerator draws = rng.child("latent").stream(player).at(step);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) draws.nextGaussian();
    }
    return values;
  }

  /** The number of values of a sample. */
  int features() {
    return discriminator.get(0).inputs();
  }

  /** The number of values of a latent draw. */
  int latent() {
    return generator.get(0).inputs();
  }

  /** What a step is fed, from 0. */
  StepBatch batch(int step) {
    return batches.get(step % STEPS);
  }
}
