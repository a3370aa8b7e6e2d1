package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.core.random.RngStream;
import org.gan4j.data.DataException;
import org.gan4j.study.measure.ModeFigures;
import org.gan4j.train.Game;
import org.gan4j.train.GanConfig;
import org.gan4j.train.Sampler;
import org.gan4j.train.config.ConfigException;
import org.gan4j.train.run.BestCheckpoint;
import org.gan4j.train.run.Checkpoint;
import org.gan4j.train.run.RunDirectory;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that name a trained generator. */
final class TrainedRun {
  @Parameters(paramLabel = "RUN_DIR", description = "A run directory of gan train.")
  private Path run;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "Default: the newest in RUN_DIR.")
  private Path checkpoint;

  @Option(names = "--backend", paramLabel = "NAME", description = "Default: that of the run.")
  private String backendName;

  /**
   * A generator from a checkpoint.
   *
   * @param checkpoint the file
   * @param loaded its content
   * @param steps the number of training steps
   * @param config the run's config, with the requested backend
   * @param averaged whether the samples come from the averaged parameters, not the last ones
   */
  record Generator(
      Path checkpoint, Checkpoint loaded, long steps, GanConfig config, boolean averaged) {
    /** Opens the config's backend. */
    Backend open() {
      return config.compute().open();
    }

    /** {@return the number of classes of labels that the generator takes, 0 without labels} */
    int classes() {
      return config.game().generator().network().classes();
    }

    /** {@return which parameters the samples come from, in words} */
    String parameters() {
      return averaged ? "averaged parameters (EMA)" : "last parameters";
    }

    /** {@return the SHA-256 of the checkpoint's bytes, in hexadecimal} */
    String sha256() throws IOException {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(checkpoint)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }

    /** Says in JSON where the samples come from. */
    void addTo(ObjectNode json) {
      json.put("checkpoint", checkpoint.toString())
          .put("parameters", averaged ? "averaged" : "last")
          .put("step", steps);
    }

    /** Draws samples, those of a conditional generator with all labels in turn. */
    float[] sample(int count, long seed, Backend backend) throws IOException {
      requireRoom(count);
      return finite(sampler(backend).sample(count, draws(seed)));
    }

    /** Draws a sample for each label. */
    float[] sample(int[] labels, long seed, Backend backend) throws IOException {
      requireRoom(labels.length);
      return finite(sampler(backend).sample(labels, draws(seed)));
    }

    private Sampler sampler(Backend backend) throws IOException {
      return new Sampler(config, loaded.generator(backend, averaged), backend);
    }

    private static RngStream draws(long seed) {
      return Rng.ofSeed(seed).stream("sample");
    }

    private float[] finite(float[] samples) throws DataException {
      for (float value : samples) {
        if (!Float.isFinite(value)) {
          throw new DataException(
              checkpoint
                  + ": expected finite samples, got "
                  + value
                  + "; use an earlier checkpoint");
        }
      }
      return samples;
    }

    /** All samples are in Java's memory at once, as are the numbers of a picture or table. */
    private void requireRoom(int count) {
      Game game = config.game();
      Shape sample = game.generator().network().outputShape(Shape.of(game.latent()));
      long most =
          Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / (2 * Float.BYTES))
              / sample.size();
      if (count > most) {
        throw new UsageException(
            "--n: expected at most "
                + most
                + " samples, as many as Java's memory here holds, got "
                + count
                + "; draw fewer, or set JAVA_TOOL_OPTIONS=-Xmx8g or more");
      }
    }
  }

  Path directory() {
    return run;
  }

  /** Reads the checkpoint, for its averaged parameters if it has them. */
  Generator load() throws IOException {
    Generator last = load(source());
    return keepsAverages(last.config()) ? averaged(last) : last;
  }

  /** Reads the generator that was asked for. */
  Generator load(WhichGenerator which) throws IOException {
    return switch (which) {
      case LAST -> load(source());
      case AVERAGED -> averagedOnly(load(source()));
      case BEST -> {
        Generator best = load(best());
        yield keepsAverages(best.config()) ? averaged(best) : best;
      }
    };
  }

  private static Generator averagedOnly(Generator last) {
    if (!keepsAverages(last.config())) {
      throw new UsageException(
          "--which: expected a run that averages its generator (ema), got averaged of one that does"
              + " not; use last");
    }
    return averaged(last);
  }

  private Path best() throws IOException {
    if (checkpoint != null) {
      throw new UsageException("--which: expected one checkpoint, got best and --checkpoint");
    }
    GanConfig config = load(source()).config();
    RunDirectory directory = new RunDirectory(run);
    return BestCheckpoint.of(directory, ModeFigures.of(config.data()))
        .map(found -> directory.checkpoint(found.step()))
        .orElseThrow(
            () ->
                new UsageException(
                    "--which: expected a run that measures which checkpoint is best, got best of"
                        + " one that does not; compare with gan score --checkpoints and name one"
                        + " with --checkpoint"));
  }

  /**
   * Reads all checkpoints, each for its last parameters and for its averaged ones if it has them.
   */
  List<Generator> loadAll() throws IOException {
    if (checkpoint != null) {
      throw new UsageException(
          "--checkpoints: expected all of RUN_DIR, got --checkpoint; name one or all");
    }
    source(); // of a run without checkpoints, this says so
    List<Generator> all = new ArrayList<>();
    RunDirectory directory = new RunDirectory(run);
    for (long step : directory.checkpointSteps()) {
      Generator last = load(directory.checkpoint(step));
      all.add(last);
      if (keepsAverages(last.config())) {
        all.add(averaged(last));
      }
    }
    return all;
  }

  private Generator load(Path source) throws IOException {
    Checkpoint loaded = Checkpoint.read(source);
    GanConfig config = config(loaded);
    return new Generator(
        source,
        loaded,
        loaded.steps(),
        backendName == null ? config : config.withBackend(backendName),
        false);
  }

  private static boolean keepsAverages(GanConfig config) {
    return config.game().generator().optimizer().keepsAverages();
  }

  private static Generator averaged(Generator last) {
    return new Generator(last.checkpoint(), last.loaded(), last.steps(), last.config(), true);
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

  private static GanConfig config(Checkpoint loaded) throws IOException {
    try {
      return loaded.config();
    } catch (ConfigException e) {
      throw new DataException("checkpoint " + e.getMessage(), e);
    }
  }
}
