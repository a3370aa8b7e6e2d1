package org.gan4j.train;

import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Expect;
import org.gan4j.data.spec.DataSpec;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.GanLoss;

/**
 * Everything that determines a run's numbers: the run is a pure function of its config.
 *
 * @param seed the root of all draws
 * @param data what the generator learns to imitate
 * @param game what is optimised
 * @param training how long to train and in what order
 * @param compute where to compute
 */
public record GanConfig(long seed, DataSpec data, Game game, Training training, Compute compute) {
  /**
   * Checks that no setting is missing.
   *
   * @param seed the root of all draws
   * @param data what the generator learns to imitate
   * @param game what is optimised
   * @param training how long to train and in what order
   * @param compute where to compute
   */
  public GanConfig {
    Expect.nonNull("config", "a value for 'data'", data);
    Expect.nonNull("config", "a value for 'game'", game);
    Expect.nonNull("config", "a value for 'training'", training);
    Expect.nonNull("config", "a value for 'compute'", compute);
  }

  /**
   * Returns a run with the usual settings: seed 42, no penalties, one discriminator update per
   * generator update in alternation, batches of 64, 10 000 steps, the cpu backend in FLOAT32 on all
   * processors.
   *
   * @param data what the generator learns to imitate
   * @param latent the number of latent dimensions
   * @param loss the pair of objectives
   * @param generator maps [n, latent] to samples
   * @param discriminator maps samples to logits [n, 1], or packs of m to [n/m, 1]
   * @return the config; change it with the {@code with…} methods
   */
  public static GanConfig of(
      DataSpec data, int latent, GanLoss loss, Player generator, Player discriminator) {
    Game game = new Game(latent, loss, List.of(), generator, discriminator);
    return new GanConfig(42, data, game, new Training(), new Compute());
  }

  /**
   * Returns this config with another seed.
   *
   * @param other the new value
   * @return the changed config
   */
  public GanConfig withSeed(long other) {
    return new GanConfig(other, data, game, training, compute);
  }

  /**
   * Returns this config with other objectives or players.
   *
   * @param other the new value
   * @return the changed config
   */
  public GanConfig withGame(Game other) {
    return new GanConfig(seed, data, other, training, compute);
  }

  /**
   * Returns this config with another length or order of updates.
   *
   * @param other the new value
   * @return the changed config
   */
  public GanConfig withTraining(Training other) {
    return new GanConfig(seed, data, game, other, compute);
  }

  /**
   * Returns this config with other compute settings.
   *
   * @param other the new value
   * @return the changed config
   */
  public GanConfig withCompute(Compute other) {
    return new GanConfig(seed, data, game, training, other);
  }

  /**
   * Returns this config with another loss.
   *
   * @param other the new value
   * @return the changed config
   */
  public GanConfig withLoss(GanLoss other) {
    return withGame(game.withLoss(other));
  }

  /**
   * Returns this config with other penalties.
   *
   * @param others the new values
   * @return the changed config
   */
  public GanConfig withPenalties(List<CriticPenalty> others) {
    return withGame(game.withPenalties(others));
  }

  /**
   * Returns this config with another order of updates.
   *
   * @param other the new value
   * @return the changed config
   */
  public GanConfig withUpdates(UpdateOrder other) {
    return withTraining(training.withUpdates(other));
  }

  /**
   * Returns this config with alternating updates, several of the discriminator for each of the
   * generator.
   *
   * @param steps discriminator updates per generator update, at least 1
   * @return the changed config
   */
  public GanConfig withDiscriminatorSteps(int steps) {
    return withUpdates(new Alternating(steps));
  }

  /**
   * Returns this config with another batch size.
   *
   * @param other the new value
   * @return the changed config
   */
  public GanConfig withBatch(int other) {
    return withTraining(training.withBatch(other));
  }

  /**
   * Returns this config with another number of generator updates.
   *
   * @param other the new value
   * @return the changed config
   */
  public GanConfig withSteps(long other) {
    return withTraining(training.withSteps(other));
  }

  /**
   * Returns this config with another backend.
   *
   * @param other the new value
   * @return the changed config
   */
  public GanConfig withBackend(String other) {
    return withCompute(compute.withBackend(other));
  }

  /**
   * Returns this config with another element type.
   *
   * @param other the new value
   * @return the changed config
   */
  public GanConfig withDtype(DType other) {
    return withCompute(compute.withDtype(other));
  }

  /**
   * Returns this config with another number of threads.
   *
   * @param other the new value
   * @return the changed config
   */
  public GanConfig withThreads(int other) {
    return withCompute(compute.withThreads(other));
  }
}
