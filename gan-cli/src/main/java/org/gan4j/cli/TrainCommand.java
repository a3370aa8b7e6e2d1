package org.gan4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gan4j.data.DataException;
import org.gan4j.data.idx.DataSets;
import org.gan4j.data.spec.Images;
import org.gan4j.data.spec.StackedImages;
import org.gan4j.study.coverage.ModeFigures;
import org.gan4j.train.GanConfig;
import org.gan4j.train.TrainListener;
import org.gan4j.train.config.Presets;
import org.gan4j.train.run.OutputSchedule;
import org.gan4j.train.run.RunDirectory;
import org.gan4j.train.run.TrainingRun;
import org.gan4j.train.run.TrainingRun.Outcome;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan train}. */
@Command(
    name = "train",
    description = {
      "Trains a GAN into a run directory: config, metrics, sample pictures, checkpoints.",
      "Progress shows the losses of D and G, and the mean of D on real and on fake samples.",
      "Ctrl-C saves the run before it exits."
    },
    footer = {
      "",
      "Examples:",
      "  gan train",
      "  gan train --data ring --loss non-saturating --steps 2000 --out runs/first",
      "  gan train --data mnist --conditional",
      "  gan train --config runs/first/config.json --seed 7"
    })
final class TrainCommand implements Callable<Integer> {
  private static final String DEFAULT_DATA = "mnist";
  private static final String FALLBACK_DATA = "ring";
  private static final int PARTS = 5;

  private final StopSignal stop;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private RunOptions options;
  @Mixin private PluginOptions plugins;

  @ArgGroup private Source source = new Source();

  @Option(
      names = "--conditional",
      description =
          "Train on labels too: the preset NAME-conditional, for --data mnist and fashion-mnist.")
  private boolean conditional;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "N",
      description =
          "Steps between checkpoints, each with a picture; 0 for only at the end. Default: a fifth"
              + " of the run.")
  private Long checkpointEvery;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run directory, new or empty. Default: runs/<data>-<n>.")
  private Path out;

  /** Where the config comes from. */
  private static final class Source {
    @Option(
        names = "--data",
        paramLabel = "NAME",
        description =
            "A preset, named after its data set: mnist, fashion-mnist, stacked-mnist, ring, grid,"
                + " spiral or gaussian; with -mlp behind one of the first three, dense networks."
                + " Default: mnist, or ring if that is not available.")
    private String data;

    @Option(
        names = "--config",
        paramLabel = "FILE",
        description = "A config in JSON; options override its values.")
    private Path config;
  }

  /** A config and the name of its run directory. */
  private record Plan(String name, GanConfig config) {}

  TrainCommand(StopSignal stop) {
    this.stop = stop;
  }

  @Override
  public Integer call() throws IOException {
    return plugins.during(this::planAndTrain);
  }

  private int planAndTrain() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (conditional && source.config != null) {
      throw new UsageException(
          "--conditional: expected a preset, got --config; a config is conditional if its networks"
              + " are");
    }
    Plan plan = source.config == null ? preset(err) : file(err);
    GanConfig config = plan.config();
    OutputSchedule schedule = schedule(config.training().steps());
    RunDirectory directory =
        out == null
            ? RunFolders.createNext(Path.of("runs"), plan.name(), config)
            : RunDirectory.create(out, config);
    return train(
        new TrainingRun(config, directory, schedule, ModeFigures.of(config.data())),
        new Announcement(plan.name(), directory, err));
  }

  private Plan file(PrintWriter err) throws IOException {
    GanConfig config = options.over(ConfigFile.read(source.config));
    fetch(config, err);
    String name = source.config.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    return new Plan(name, config);
  }

  private Plan preset(PrintWriter err) throws IOException {
    String name = source.data == null ? DEFAULT_DATA : source.data;
    if (conditional) {
      return conditional(name, err);
    }
    try {
      GanConfig config = named(name);
      fetch(config, err);
      return new Plan(name, config);
    } catch (DataException e) {
      if (source.data != null) {
        throw e;
      }
      err.println(e.getMessage());
      err.println("Training on " + FALLBACK_DATA + " instead; choose images with --data.");
      return new Plan(FALLBACK_DATA, named(FALLBACK_DATA));
    }
  }

  /** The preset with labels; there is no other to fall back to. */
  private Plan conditional(String name, PrintWriter err) throws IOException {
    String labelled = name + "-conditional";
    if (!Presets.names().contains(labelled)) {
      throw new UsageException(
          "--conditional: expected --data mnist or fashion-mnist, got "
              + name
              + "; another conditional run goes by --config");
    }
    GanConfig config = named(labelled);
    fetch(config, err);
    return new Plan(labelled, config);
  }

  private GanConfig named(String name) {
    try {
      return options.overPreset(Presets.named(name));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  private static void fetch(GanConfig config, PrintWriter err) throws IOException {
    ImageData images = new ImageData(DataSets.ofEnvironment(), Launch.root(), err);
    if (config.data() instanceof Images data) {
      images.ensure(data.set());
    } else if (config.data() instanceof StackedImages data) {
      images.ensure(data.set());
    }
  }

  private OutputSchedule schedule(long steps) {
    long every = checkpointEvery == null ? Math.max(1, steps / PARTS) : checkpointEvery;
    long metricsEvery = Math.max(1, Math.min(10, steps / 100));
    try {
      return new OutputSchedule(metricsEvery, every, every);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "--checkpoint-every: expected a number of steps >= 0, got " + checkpointEvery);
    }
  }

  private int train(TrainingRun run, Announcement announcement) throws IOException {
    PrintWriter err = announcement.err();
    Stopwatch watch = new Stopwatch();
    boolean ended = false;
    stop.arm();
    try {
      Outcome outcome = watched(run, List.of(announcement, watch), err);
      ended = true;
      TrainSummary summary =
          new TrainSummary(run.directory(), run.config(), outcome, watch.seconds(), plugins.jars());
      return finish(summary, err);
    } finally {
      if (!ended) {
        leave(run.directory(), watch, err);
      }
    }
  }

  private Outcome watched(TrainingRun run, List<TrainListener> watching, PrintWriter err)
      throws IOException {
    try (TrainingProgress progress =
        TrainingProgress.open(err, Launch.columns(), run.config().training().steps())) {
      List<TrainListener> listeners = new ArrayList<>(watching);
      listeners.add(progress);
      listeners.add((report, trainer) -> stopIfAsked());
      return run.train(listeners);
    }
  }

  /** Interrupts only between two steps, so no file is left half read or half written. */
  private void stopIfAsked() {
    if (stop.requested()) {
      Thread.currentThread().interrupt();
    }
  }

  private int finish(TrainSummary summary, PrintWriter err) {
    PrintWriter stdout = spec.commandLine().getOut();
    stdout.println(common.json ? Json.text(summary.json()) : summary.text());
    stdout.flush();
    TrainAdvice.atTheEnd(summary.outcome().last()).ifPresent(err::println);
    if (summary.outcome().interrupted()) {
      err.println("Interrupted at step " + summary.outcome().steps() + ", saved.");
      return ExitCode.INTERRUPTED.code();
    }
    return ExitCode.DONE.code();
  }

  private static void leave(RunDirectory directory, Stopwatch watch, PrintWriter err)
      throws IOException {
    if (watch.steps() == 0) {
      RunFolders.discard(directory);
    } else {
      err.println("The metrics and checkpoints written so far are in " + directory.path());
    }
  }
}
