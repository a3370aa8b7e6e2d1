package org.gan4j.train;

import java.util.Objects;
import org.gan4j.core.DType;
import org.gan4j.losses.GanLoss;

/**
 * Everything that decides a run's numbers: with the seed, the run is a pure function of it.
 *
 * @param seed the root of all draws
 * @param data what the generator is to imitate
 * @param latent the number of latent dimensions; z ~ N(0, I)
 * @param loss the pair of objectives
 * @param generator maps [n, latent] to samples
 * @param discriminator maps samples to logits [n, 1]
 * @param discriminatorSteps discriminator updates to one generator update
 * @param updates alternating or simultaneous
 * @param batch samples of each kind in a step
 * @param steps generator updates in the whole run
 * @param backend the backend's name
 * @param dtype element type of parameters and batches
 * @param threads how many threads compute
 */
public record GanConfig(
    long seed,
    DataSpec data,
    int latent,
    GanLoss loss,
    Player generator,
    Player discriminator,
    int discriminatorSteps,
    UpdateOrder updates,
    int batch,
    long steps,
    String backend,
    DType dtype,
    int threads) {
  /**
   * Checks the ranges.
   *
   * @param seed the root of all draws
   * @param data what the generator is to imitate
   * @param latent the number of latent dimensions; z ~ N(0, I)
   * @param loss the pair of objectives
   * @param generator maps [n, latent] to samples
   * @param discriminator maps samples to logits [n, 1]
   * @param discriminatorSteps discriminator updates to one generator update
   * @param updates alternating or simultaneous
   * @param batch samples of each kind in a step
   * @param steps generator updates in the whole run
   * @param backend the backend's name
   * @param dtype element type of parameters and batches
   * @param threads how many threads compute
   */
  public GanConfig {
    require(data, "data");
    require(loss, "loss");
    require(generator, "generator");
    require(discriminator, "discriminator");
    require(updates, "updates");
    require(backend, "backend");
    require(dtype, "dtype");
    atLeastOne("latent", latent);
    atLeastOne("discriminatorSteps", discriminatorSteps);
    atLeastOne("batch", batch);
    atLeastOne("steps", steps);
    atLeastOne("threads", threads);
    if (updates == UpdateOrder.SIMULTANEOUS && discriminatorSteps != 1) {
      throw new IllegalArgumentException(
          "config: expected discriminatorSteps 1 with simultaneous updates, got "
              + discriminatorSteps);
    }
  }

  private static void require(Object value, String name) {
    Objects.requireNonNull(value, () -> "config: expected a value for '" + name + "', got none");
  }

  private static void atLeastOne(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "config: expected " + name + " of at least 1, got " + value);
    }
  }
}
