package org.gan4j.examples.cli;

import java.util.List;
import org.gan4j.losses.Losses;
import org.gan4j.losses.Penalties;
import org.gan4j.train.GanConfig;
import picocli.CommandLine.Option;

/** Options that take the place of a config's values. */
final class RunOptions {
  @Option(
      names = "--loss",
      paramLabel = "NAME",
      description = "The pair of objectives; gan info lists them.")
  private String loss;

  @Option(
      names = "--penalty",
      paramLabel = "NAME",
      description =
          "A critic penalty with its usual factor, such as r1; may be given again. Other factors"
              + " stand in a --config.")
  private List<String> penalties = List.of();

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
      GanConfig config = base;
      config = loss == null ? config : config.withLoss(Losses.named(loss));
      config =
          penalties.isEmpty()
              ? config
              : config.withPenalties(penalties.stream().map(Penalties::named).toList());
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
