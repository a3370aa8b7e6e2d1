package org.gan4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.nn.optim.RunLength;
import org.gan4j.study.measure.ModeFigures;
import org.gan4j.train.GanConfig;
import org.gan4j.train.run.OutputSchedule;
import org.gan4j.train.run.ResumeException;
import org.gan4j.train.run.SavedRun;
import org.gan4j.train.run.TrainingRun;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The options of {@code gan train} that go on with a run. */
final class ResumeOptions {
  private static final String STRICT = "--strict";
  private static final String STRETCH = "--stretch-schedules";

  /** What may be given beside --resume; the run has its own values of everything else. */
  private static final Set<String> ALLOWED =
      Set.of(
          "--resume",
          STRICT,
          STRETCH,
          "--keep",
          "--steps",
          "--backend",
          "--threads",
          "--plugins",
          "--json",
          CommonOptions.DEBUG);

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description =
          "Go on with the run in DIR from its newest sound checkpoint; --steps makes it longer.")
  private Path directory;

  @Option(
      names = STRICT,
      description =
          "With --resume: refuse if versions, backend, libraries or threads are not those of the"
              + " checkpoint; otherwise they are named in a warning.")
  private boolean strict;

  @Option(
      names = STRETCH,
      description =
          "With --resume and --steps: allow schedules that follow the length of the run, whose rates"
              + " so far would have been different in a run of the new length.")
  private boolean stretch;

  boolean given() {
    return directory != null;
  }

  /** Refuses options that do not go together. */
  void check(ParseResult parsed) {
    if (!given()) {
      if (strict || stretch) {
        throw new UsageException(
            (strict ? STRICT : STRETCH) + ": expected --resume with it, got a new run");
      }
      return;
    }
    for (OptionSpec option : parsed.matchedOptions()) {
      if (!ALLOWED.contains(option.longestName())) {
        throw new UsageException(
            "--resume: expected the run's own settings, got "
                + option.longestName()
                + "; leave it out, or start a new run with --config "
                + directory
                + "/config.json");
      }
    }
  }

  /** Locks the run and reads its newest sound checkpoint; says which are damaged. */
  SavedRun open(PrintWriter err) throws IOException {
    SavedRun saved = SavedRun.open(directory);
    saved.skipped().forEach(message -> err.println("Not used: " + message));
    return saved;
  }

  /** Prepares to go on; warns of another machine, or refuses it. */
  TrainingRun prepare(SavedRun saved, RunOptions options, Integer keep, PrintWriter err)
      throws IOException {
    GanConfig asked = options.over(saved.config());
    RunPlan.fetch(asked.data(), err);
    OutputSchedule output = keep == null ? saved.schedule() : saved.schedule().withKeep(keep);
    requireSameRates(saved, asked);
    List<String> changes = saved.changes(asked);
    if (strict && !changes.isEmpty()) {
      throw new ResumeException(
          directory
              + ": expected the machine of the checkpoint, got "
              + String.join("; ", changes)
              + "; go on where it was made, or without "
              + STRICT);
    }
    TrainingRun run = saved.proceed(asked, output, ModeFigures.of(asked.data()));
    if (!changes.isEmpty()) {
      err.println(
          "Not the machine of the checkpoint, so last digits may differ: "
              + String.join("; ", changes));
    }
    return run;
  }

  private void requireSameRates(SavedRun saved, GanConfig asked) throws IOException {
    GanConfig planned = saved.config();
    long generatorUpdates = saved.steps();
    int inStep = planned.training().updates().discriminatorUpdates();
    boolean same =
        keepsRates(
                planned.game().generator().optimizer(),
                generatorUpdates,
                planned.training().steps(),
                asked.training().steps())
            && keepsRates(
                planned.game().discriminator().optimizer(),
                generatorUpdates * inStep,
                planned.training().discriminatorUpdates(),
                asked.training().discriminatorUpdates());
    if (!same && !stretch) {
      throw new ResumeException(
          directory
              + ": expected the planned "
              + planned.training().steps()
              + " steps, since a learning rate follows the length of the run, got "
              + asked.training().steps()
              + "; leave --steps out, or add "
              + STRETCH
              + " to go on with rates of the new length");
    }
  }

  private static boolean keepsRates(Optimizer optimizer, long done, long planned, long asked) {
    return RunLength.keepsRates(optimizer, done, planned, asked);
  }
}
