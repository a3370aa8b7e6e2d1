package org.gan4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.gan4j.study.plan.StudyJson;
import org.gan4j.study.plan.StudyPlan;
import org.gan4j.study.run.ClusterProvider;
import org.gan4j.study.run.LocalWorkers;
import org.gan4j.study.run.StudyEstimate;
import org.gan4j.study.run.StudyRun;
import org.gan4j.study.run.TrialWorkers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan sweep}. */
@Command(
    name = "sweep",
    description = {
      "Trains every setting of a study with every seed, side by side, and writes a table and a",
      "report with means and standard errors. The study file names a base config, axes, seeds and",
      "what is measured. Stopped or killed, the same command goes on with what is missing. A trial",
      "that diverges or fails is a row of the table; if some fail, the exit code is 1."
    },
    footer = {
      "",
      "Examples:",
      "  gan sweep study.json --dry-run",
      "  gan sweep study.json --out runs/losses",
      "  gan sweep study.json --out runs/losses --workers 2",
      "  gan sweep study.json --out runs/losses --spark spark://host:7077"
    })
final class SweepCommand implements Callable<Integer> {
  private final StopSignal stop;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private PluginOptions plugins;

  @Parameters(paramLabel = "STUDY", description = "The study file.")
  private Path study;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The study's folder, new or one to go on with. Default: runs/<study>.")
  private Path out;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "How many trials run at a time; it does not affect the numbers. Default: one per processor"
              + " and thread of a trial.")
  private Integer workers;

  @Option(
      names = "--dry-run",
      description = "List the trials, with an estimate of the time from a few measured steps.")
  private boolean dryRun;

  @Option(
      names = "--spark",
      paramLabel = "MASTER",
      description =
          "Run the trials on a Spark cluster, such as local[2,4] or spark://host:7077; under"
              + " spark-submit, submit. Uses the Spark in SPARK_HOME, or fetches one, see"
              + " docs/guide/run-a-study.md.")
  private String spark;

  SweepCommand(StopSignal stop) {
    this.stop = stop;
  }

  @Override
  public Integer call() throws IOException {
    return plugins.during(this::sweep);
  }

  private int sweep() throws IOException {
    if (workers != null && workers < 1) {
      throw new UsageException("--workers: expected at least 1, got " + workers);
    }
    if (!Files.exists(study)) {
      throw new UsageException(study + ": expected a study file, got no such file");
    }
    StudyPlan plan = StudyPlan.of(StudyJson.read(study), study.toString());
    PrintWriter err = spec.commandLine().getErr();
    RunPlan.fetch(plan.trials().get(0).config().data(), err);
    return dryRun ? list(plan) : run(plan, err);
  }

  private int list(StudyPlan plan) throws IOException {
    StudyEstimate estimate = StudyEstimate.of(plan, workers(plan));
    PrintWriter stdout = spec.commandLine().getOut();
    StudyListing listing = new StudyListing(plan, estimate, workers(plan));
    stdout.println(common.json ? Json.text(listing.json()) : listing.text());
    stdout.flush();
    return ExitCode.DONE.code();
  }

  private int run(StudyPlan plan, PrintWriter err) throws IOException {
    String name = String.valueOf(study.getFileName()).replaceFirst("\\.[^.]*$", "");
    Path folder = out == null ? Path.of("runs", name) : out;
    StudyRun.Outcome ended;
    try (TrialWorkers where = spark == null ? new LocalWorkers(workers(plan)) : cluster()) {
      ended = new StudySession(stop, where, "trials", err).run(folder, plan);
    }
    StudySummary summary = new StudySummary(ended.results(), folder);
    PrintWriter stdout = spec.commandLine().getOut();
    stdout.println(common.json ? Json.text(summary.json()) : summary.text());
    stdout.flush();
    if (!ended.complete()) {
      err.println("Interrupted, saved. The same command goes on.");
      return ExitCode.INTERRUPTED.code();
    }
    return summary.exit().code();
  }

  private TrialWorkers cluster() throws IOException {
    if (workers != null) {
      throw new UsageException("--workers: expected to be left out with --spark, got " + workers);
    }
    ClusterProvider found =
        ServiceLoader.load(ClusterProvider.class)
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageException(
                        "--spark: expected gan-spark and Spark on the class path, got neither; start"
                            + " with ./gan or spark-submit as docs/guide/run-a-study.md says"));
    return found.open(spark, plugins.jars());
  }

  private int workers(StudyPlan plan) {
    int processors = Runtime.getRuntime().availableProcessors();
    return workers == null ? Math.max(1, processors / plan.study().trials().threads()) : workers;
  }
}
