package org.gan4j.cli;

import org.gan4j.train.GanConfig;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that take the place of a config's values. */
final class RunOptions {
  @Mixin private ObjectiveOptions objective;

  @Option(names = "--steps", paramLabel = "N", description = "Generator updates in the whole run.")
  private Long steps;

  @Option(names = "--batch", paramLabel = "N", description = "Samples of each kind in a step.")
  private Integer batch;

  @Option(names = "--seed", paramLabel = "N", description = "The root of all draws.")
  private Long seed;

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      description = "What computes; gan info lists what works here.")
  private String backend;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads compute. Default: one a processor, or the --config's.")
  private Integer threads;

  /**
   * Returns the config with the given options in place of its own values.
   *
   * @throws UsageException if an option's value cannot be
   */
  GanConfig over(GanConfig base) {
    try {
      GanConfig config = objective.over(base);
      config = steps == null ? config : config.withSteps(steps);
      config = batch == null ? config : config.withBatch(batch);
      config = seed == null ? config : config.withSeed(seed);
      config = backend == null ? config : config.withBackend(backend);
      return threads == null ? config : config.withThreads(threads);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  /** As {@link #over}, with a thread a processor if the options do not say. */
  GanConfig overPreset(GanConfig preset) {
    return over(preset.withThreads(Runtime.getRuntime().availableProcessors()));
  }
}
