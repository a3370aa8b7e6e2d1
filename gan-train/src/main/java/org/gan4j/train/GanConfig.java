package org.gan4j.train;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.gan4j.core.DType;
import org.gan4j.data.spec.DataSpec;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.GanLoss;

/**
 * Everything that decides a run's numbers: with the seed, the run is a pure function of it.
 *
 * @param seed the root of all draws
 * @param data what the generator is to imitate
 * @param latent the number of latent dimensions; z ~ N(0, I)
 * @param loss the pair of objectives
 * @param penalties added to what the discriminator minimises; none unless said otherwise
 * @param consensus what both players of simultaneous updates descend together; nothing unless said
 *     otherwise
 * @param generator maps [n, latent] to samples
 * @param discriminator maps samples to logits [n, 1], or packs of m to [n/m, 1]
 * @param discriminatorSteps discriminator updates to one generator update
 * @param updates alternating or simultaneous
 * @param batch samples of each kind in a step; the discriminator's packs divide it
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
    List<CriticPenalty> penalties,
    Consensus consensus,
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
   * @param penalties added to what the discriminator minimises; none unless said otherwise
   * @param consensus what both players of simultaneous updates descend together; nothing unless
   *     said otherwise
   * @param generator maps [n, latent] to samples
   * @param discriminator maps samples to logits [n, 1], or packs of m to [n/m, 1]
   * @param discriminatorSteps discriminator updates to one generator update
   * @param updates alternating or simultaneous
   * @param batch samples of each kind in a step; the discriminator's packs divide it
   * @param steps generator updates in the whole run
   * @param backend the backend's name
   * @param dtype element type of parameters and batches
   * @param threads how many threads compute
   */
  public GanConfig {
    require(data, "data");
    require(loss, "loss");
    penalties = penalties == null ? List.of() : List.copyOf(penalties);
    consensus = consensus == null ? Consensus.NONE : consensus;
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
    if (updates != UpdateOrder.SIMULTANEOUS && consensus.regularises()) {
      throw new IllegalArgumentException(
          "config: expected updates "
              + UpdateOrder.SIMULTANEOUS
              + " with consensus, got "
              + updates
              + "; change the updates or set gamma to 0");
    }
  }

  /**
   * Returns a run with the usual settings: seed 42, one discriminator step to one generator step in
   * alternation, no penalties, no consensus, batches of 64, 10 000 steps, FLOAT32 on all processors
   * with the cpu backend.
   *
   * @param data what the generator is to imitate
   * @param latent the number of latent dimensions
   * @param loss the pair of objectives
   * @param generator maps [n, latent] to samples
   * @param discriminator maps samples to logits [n, 1], or packs of m to [n/m, 1]
   * @return the config, to be changed by the {@code with…} methods
   */
  public static GanConfig of(
      DataSpec data, int latent, GanLoss loss, Player generator, Player discriminator) {
    return new GanConfig(
        42,
        data,
        latent,
        loss,
        List.of(),
        Consensus.NONE,
        generator,
        discriminator,
        1,
        UpdateOrder.ALTERNATING,
        64,
        10_000,
        "cpu",
        DType.FLOAT32,
        Runtime.getRuntime().availableProcessors());
  }

  /**
   * Returns this config with another seed.
   *
   * @param other the new value
   * @return the changed config
   */
  public GanConfig withSeed(long other) {
    return changed(draft -> draft.seed = other);
  }

  /**
   * Returns this config with another loss.
   *
   * @param other the new value
   * @return the changed config
   */
  public GanConfig withLoss(GanLoss other) {
    return changed(draft -> draft.loss = other);
  }

  /**
   * Returns this config with other penalties.
   *
   * @param others the new values
   * @return the changed config
   */
  public GanConfig withPenalties(List<CriticPenalty> others) {
    return changed(draft -> draft.penalties = others);
  }

  /**
   * Returns this config with another regularisation of both players.
   *
   * @param other the new value; above 0 only with simultaneous updates
   * @return the changed config
   */
  public GanConfig withConsensus(Consensus other) {
    return changed(draft -> draft.consensus = other);
  }

  /**
   * Returns this config with another order of updates.
   *
   * @param other the new value
   * @return the changed config
   */
  public GanConfig withUpdates(UpdateOrder other) {
    return changed(draft -> draft.updates = other);
  }

  /**
   * Returns this config with another batch size.
   *
   * @param other the new value
   * @return the changed config
   */
  public GanConfig withBatch(int other) {
    return changed(draft -> draft.batch = other);
  }

  /**
   * Returns this config with another number of generator updates.
   *
   * @param other the new value
   * @return the changed config
   */
  public GanConfig withSteps(long other) {
    return changed(draft -> draft.steps = other);
  }

  /**
   * Returns this config on another backend.
   *
   * @param other the new value
   * @return the changed config
   */
  public GanConfig withBackend(String other) {
    return changed(draft -> draft.backend = other);
  }

  /**
   * Returns this config in another element type.
   *
   * @param other the new value
   * @return the changed config
   */
  public GanConfig withDtype(DType other) {
    return changed(draft -> draft.dtype = other);
  }

  /**
   * Returns this config on another number of threads.
   *
   * @param other the new value
   * @return the changed config
   */
  public GanConfig withThreads(int other) {
    return changed(draft -> draft.threads = other);
  }

  private GanConfig changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.config();
  }

  /** A config in the making. */
  private static final class Draft {
    private long seed;
    private final DataSpec data;
    private final int latent;
    private GanLoss loss;
    private List<CriticPenalty> penalties;
    private Consensus consensus;
    private final Player generator;
    private final Player discriminator;
    private final int discriminatorSteps;
    private UpdateOrder updates;
    private int batch;
    private long steps;
    private String backend;
    private DType dtype;
    private int threads;

    Draft(GanConfig from) {
      seed = from.seed;
      data = from.data;
      latent = from.latent;
      loss = from.loss;
      penalties = from.penalties;
      consensus = from.consensus;
      generator = from.generator;
      discriminator = from.discriminator;
      discriminatorSteps = from.discriminatorSteps;
      updates = from.updates;
      batch = from.batch;
      steps = from.steps;
      backend = from.backend;
      dtype = from.dtype;
      threads = from.threads;
    }

    GanConfig config() {
      return new GanConfig(
          seed,
          data,
          latent,
          loss,
          penalties,
          consensus,
          generator,
          discriminator,
          discriminatorSteps,
          updates,
          batch,
          steps,
          backend,
          dtype,
          threads);
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
