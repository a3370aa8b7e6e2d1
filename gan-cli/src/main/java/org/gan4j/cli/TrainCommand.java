package org.gan4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gan4j.study.measure.ModeFigures;
import org.gan4j.train.GanConfig;
import org.gan4j.train.run.OutputSchedule;
import org.gan4j.train.run.RunDirectory;
import org.gan4j.train.run.RunLock;
import org.gan4j.train.run.SavedRun;
import org.gan4j.train.run.TrainingRun;
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
      "Ctrl-C saves the run before it exits, as SIGTERM and SIGHUP do; --resume goes on with it."
    },
    footer = {
      "",
      "Examples:",
      "  gan train",
      "  gan train --data ring --loss non-saturating --steps 2000 --out runs/first",
      "  gan train --data mnist --conditional",
      "  gan train --data pictures/ --size 32 --skip-bad",
      "  gan train --data points.csv",
      "  gan train --config runs/first/config.json --seed 7",
      "  gan train --resume runs/first",
      "  gan train --resume runs/first --steps 4000"
    })
final class TrainCommand implements Callable<Integer> {
  private static final int PARTS = 5;

  private final StopSignal stop;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private RunOptions options;
  @Mixin private OwnDataOptions own;
  @Mixin private PluginOptions plugins;
  @Mixin private ResumeOptions resume;

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
      names = "--keep",
      paramLabel = "N",
      description =
          "How many of the last checkpoints to keep, beside the best one where the run measures"
              + " which that is; 0 for all. Default: 3.")
  private Integer keep;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run directory, new or empty. Default: runs/<data>-<n>.")
  private Path out;

  /** Where the config comes from. */
  private static final class Source {
    @Option(
        names = "--data",
        paramLabel = "NAME|PATH",
        description =
            "A preset, named after its data set: mnist, fashion-mnist, stacked-mnist, ring, grid,"
                + " spiral or gaussian; with -mlp behind one of the first three, dense networks. Or"
                + " a set: kmnist, emnist-letters, cifar-10, cifar-100 and others. Or the path of"
                + " your own data: a folder of PNG and JPEG files, IDX, CIFAR binary, CSV, .npy or"
                + " .npz. Default: mnist, or ring if that is not available.")
    private String data;

    @Option(
        names = "--config",
        paramLabel = "FILE",
        description = "A config in JSON; options override its values.")
    private Path config;
  }

  TrainCommand(StopSignal stop) {
    this.stop = stop;
  }

  @Override
  public Integer call() throws IOException {
    return plugins.during(this::train);
  }

  private int train() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    resume.check(spec.commandLine().getParseResult());
    if (keep != null && keep < 0) {
      throw new UsageException("--keep: expected a number of checkpoints >= 0, got " + keep);
    }
    TrainSession session =
        new TrainSession(stop, common.json, plugins.jars(), spec.commandLine().getOut(), err);
    return resume.given() ? goOn(session, err) : begin(session, plan(err), err);
  }

  private int goOn(TrainSession session, PrintWriter err) throws IOException {
    try (SavedRun saved = resume.open(err)) {
      TrainingRun run = resume.prepare(saved, options, keep, err);
      return session.train(run, Announcement.resumed(saved.lock().directory(), err));
    }
  }

  private int begin(TrainSession session, RunPlan plan, PrintWriter err) throws IOException {
    GanConfig config = plan.config();
    OutputSchedule schedule = schedule(config.training().steps());
    RunDirectory directory =
        out == null
            ? RunFolders.createNext(Path.of("runs"), plan.name(), config, schedule)
            : RunDirectory.create(out, config, schedule);
    try (RunLock lock = RunLock.of(directory)) {
      return session.train(
          new TrainingRun(config, lock, schedule, ModeFigures.of(config.data()), Optional.empty()),
          Announcement.begun(plan.name(), directory, err));
    }
  }

  private RunPlan plan(PrintWriter err) throws IOException {
    Optional<String> data = Optional.ofNullable(source.data);
    if (source.config == null) {
      return conditional
          ? RunPlan.ofLabels(data, options, err)
          : RunPlan.ofData(data, own.wishes(), options, err);
    }
    if (conditional) {
      throw new UsageException(
          "--conditional: expected a preset, got --config; a config is conditional if its networks"
              + " are");
    }
    return RunPlan.ofFile(source.config, options, err);
  }

  private OutputSchedule schedule(long steps) {
    long every = checkpointEvery == null ? Math.max(1, steps / PARTS) : checkpointEvery;
    long metricsEvery = Math.max(1, Math.min(10, steps / 100));
    if (every < 0) {
      throw new UsageException("--checkpoint-every: expected a number of steps >= 0, got " + every);
    }
    return new OutputSchedule(
        metricsEvery, every, every, keep == null ? OutputSchedule.KEPT : keep);
  }
}
