package org.gan4j.cli;

import org.gan4j.train.GanConfig;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that replace a config's values. */
final class RunOptions {
  @Mixin private ObjectiveOptions objective;

  @Option(names = "--steps", paramLabel = "N", description = "Number of generator updates.")
  private Long steps;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Size of the real and of the fake batch.")
  private Integer batch;

  @Option(names = "--seed", paramLabel = "N", description = "The seed of all random draws.")
  private Long seed;

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      description = "The backend; gan info lists those that work here.")
  private String backend;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of compute threads. Default: one per processor, or as in --config.")
  private Integer threads;

  /**
   * Returns the config with the values of the given options.
   *
   * @throws UsageException if the value of an option is not valid
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

  /** As {@link #over}, with one thread per processor unless an option sets the number. */
  GanConfig overPreset(GanConfig preset) {
    return over(preset.withThreads(Runtime.getRuntime().availableProcessors()));
  }
}
