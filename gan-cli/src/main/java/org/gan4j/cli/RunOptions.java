package org.gan4j.cli;

import org.gan4j.core.backend.Accelerator;
import org.gan4j.core.backend.BackendName;
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
      names = "--device",
      paramLabel = "N",
      description = "The GPU, from 0, for a backend that has several: cuda:N for --backend cuda.")
  private Integer device;

  @Option(
      names = "--graph",
      description = "Replay repeated steps as one CUDA graph: cuda+graph for --backend cuda.")
  private boolean graph;

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
      config = config.withBackend(backend(backend == null ? config.compute().backend() : backend));
      return threads == null ? config : config.withThreads(threads);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  /** The backend's name with the device and way that the options ask for. */
  private String backend(String name) {
    if (device == null && !graph) {
      return name;
    }
    BackendName parsed = BackendName.parse(name);
    Accelerator asked = parsed.accelerator();
    asked = device == null ? asked : asked.withDevice(device);
    return parsed.with(graph ? asked.withGraph(true) : asked).toString();
  }

  /** As {@link #over}, with one thread per processor unless an option sets the number. */
  GanConfig overPreset(GanConfig preset) {
    return over(preset.withThreads(Runtime.getRuntime().availableProcessors()));
  }
}
