package org.gan4j.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.random.Rng;
import org.gan4j.data.DataException;
import org.gan4j.train.GanConfig;
import org.gan4j.train.Sampler;
import org.gan4j.train.config.ConfigException;
import org.gan4j.train.run.Checkpoint;
import org.gan4j.train.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan sample}. */
@Command(
    name = "sample",
    description = {
      "Draws samples from a trained generator.",
      "Equal run, seed and backend give equal samples."
    },
    footer = {
      "",
      "Examples:",
      "  gan sample runs/mnist-1 --n 64 --out grid.png",
      "  gan sample runs/ring-1 --n 1000 --seed 7 --out points.csv"
    })
final class SampleCommand implements Callable<Integer> {
  private static final int IMAGES = 64;
  private static final int POINTS = 2000;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private PluginOptions plugins;

  @Parameters(paramLabel = "RUN_DIR", description = "What gan train wrote.")
  private Path run;

  @Option(
      names = "--n",
      paramLabel = "N",
      description = "How many samples. Default: " + IMAGES + " images or " + POINTS + " points.")
  private Integer n;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "A picture (.png) or, for points, a table (.csv) with the header x,y or x. A file of this"
              + " name is replaced. Default: samples.png or samples.csv in RUN_DIR.")
  private Path out;

  @Option(names = "--seed", paramLabel = "N", description = "Decides the draws. Default: 0.")
  private long seed;

  @Option(names = "--backend", paramLabel = "NAME", description = "Default: the run's.")
  private String backendName;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "Default: the newest of RUN_DIR.")
  private Path checkpoint;

  @Override
  public Integer call() throws IOException {
    try (Plugins open = plugins.open()) {
      return sample();
    }
  }

  private int sample() throws IOException {
    if (n != null && n < 1) {
      throw new UsageException("--n: expected at least 1 sample, got " + n);
    }
    Path source = source();
    Checkpoint loaded = Checkpoint.read(source);
    GanConfig config = config(loaded);
    boolean images = config.data().image().isPresent();
    int count = n != null ? n : images ? IMAGES : POINTS;
    Path target = out != null ? out : run.resolve(images ? "samples.png" : "samples.csv");
    SampleFile file = SampleFile.of(target, config);
    float[] samples = draw(loaded, config, count);
    requireFinite(samples, source);
    file.write(samples, "%d samples, step %d".formatted(count, loaded.steps()));
    print(count, target, source, loaded.steps());
    return ExitCode.DONE.code();
  }

  private Path source() throws IOException {
    if (!Files.isDirectory(run)) {
      throw new UsageException(
          run + ": expected a run directory, got no such folder; gan train makes one");
    }
    if (checkpoint != null) {
      if (!Files.isRegularFile(checkpoint)) {
        throw new UsageException(
            checkpoint + ": expected a checkpoint, got no such file; see " + run + "/checkpoints");
      }
      return checkpoint;
    }
    return new RunDirectory(run)
        .latestCheckpoint()
        .orElseThrow(
            () ->
                new DataException(
                    run
                        + ": expected a checkpoint in checkpoints/, got none; wait for the run's"
                        + " first one, or name another run"));
  }

  private GanConfig config(Checkpoint loaded) throws IOException {
    try {
      return loaded.config();
    } catch (ConfigException e) {
      throw new DataException("checkpoint " + e.getMessage(), e);
    }
  }

  private float[] draw(Checkpoint loaded, GanConfig config, int count) throws IOException {
    String name = backendName != null ? backendName : config.backend();
    BackendOptions options = new BackendOptions(config.threads(), config.dtype());
    try (Backend backend = Backends.open(name, options)) {
      return new Sampler(config, loaded.generator(backend), backend)
          .sample(count, Rng.ofSeed(seed).stream("sample"));
    }
  }

  private static void requireFinite(float[] samples, Path source) throws DataException {
    for (float value : samples) {
      if (!Float.isFinite(value)) {
        throw new DataException(
            source + ": expected finite samples, got " + value + "; use an earlier checkpoint");
      }
    }
  }

  private void print(int count, Path target, Path source, long steps) {
    PrintWriter stdout = spec.commandLine().getOut();
    if (common.json) {
      ObjectNode json = Json.object();
      json.put("out", target.toString())
          .put("n", count)
          .put("seed", seed)
          .put("checkpoint", source.toString())
          .put("step", steps);
      stdout.println(Json.text(json));
    } else {
      stdout.println(count + " samples of step " + steps + " in " + target);
    }
    stdout.flush();
  }
}
