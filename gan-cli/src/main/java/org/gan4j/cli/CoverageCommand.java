package org.gan4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gan4j.cli.coverage.CoverageReport;
import org.gan4j.data.spec.Points;
import org.gan4j.io.Sha256;
import org.gan4j.study.coverage.CoverageStudy;
import org.gan4j.study.coverage.Protocol;
import org.gan4j.study.coverage.Protocols;
import org.gan4j.study.plan.Seeds;
import org.gan4j.study.run.LocalWorkers;
import org.gan4j.study.run.StudyRun;
import org.gan4j.train.GanConfig;
import org.gan4j.train.config.ConfigJson;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan coverage}. */
@Command(
    name = "coverage",
    description = {
      "Measures how many modes a GAN covers, under a published protocol: covered modes,",
      "high-quality samples (within 3 sd of a mode), reverse KL, and JSD to the true",
      "density on a grid, as means over seeds with standard errors, next to every",
      "setting and the published figures. Seeds train in parallel on one thread each;",
      "their number does not affect the figures. Stopped or killed, the same command goes",
      "on with what is missing."
    },
    footer = {
      "",
      "Protocols: pacgan-2018 and veegan-2017, each with --data ring or grid;",
      "d2l-2026 and d2l-2026-open on the grid.",
      "",
      "Examples:",
      "  gan coverage --protocol pacgan-2018 --data ring",
      "  gan coverage --protocol d2l-2026 --loss non-saturating --seeds 2 --json",
      "  gan coverage --protocol d2l-2026 --config mine.json --samples points"
    })
final class CoverageCommand implements Callable<Integer> {
  private static final int HASH_DIGITS = 8;

  private final StopSignal stop;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private ObjectiveOptions objective;
  @Mixin private PluginOptions plugins;

  @ArgGroup private Settings settings = new Settings();

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      required = true,
      description = "The protocol: pacgan-2018, veegan-2017, d2l-2026 or d2l-2026-open.")
  private String protocol;

  @Option(
      names = "--data",
      paramLabel = "NAME",
      description = "The protocol's data set: ring or grid. Default: its first.")
  private String data;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Number of seeds to train with. Default: that of the source.")
  private Integer seeds;

  @Option(
      names = "--first-seed",
      paramLabel = "N",
      description = "The first of the consecutive seeds. Default: 1.")
  private long firstSeed = 1;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Number of generator updates, if not the protocol's; for a quick look.")
  private Long steps;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Number of seeds to train in parallel. Default: one per processor.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "The study's folder, new or one to go on with; it has a run folder for each seed."
              + " Default: runs/coverage-<protocol>-<data>, with a hash of other settings.")
  private Path out;

  @Option(
      names = "--samples",
      paramLabel = "DIR",
      description = "Write the samples of each seed to DIR/seed-<n>.csv with the header x,y.")
  private Path samples;

  /** The settings to train with, which --loss and --penalty may override. */
  private static final class Settings {
    @Option(
        names = "--as-published",
        description = "Use the settings of the source instead of the best known ones.")
    private boolean published;

    @Option(
        names = "--config",
        paramLabel = "FILE",
        description = "Use your own settings, a config as for gan train, on the same data.")
    private Path config;
  }

  CoverageCommand(StopSignal stop) {
    this.stop = stop;
  }

  @Override
  public Integer call() throws IOException {
    return plugins.during(this::measure);
  }

  private int measure() throws IOException {
    Protocol rules = rules();
    CoverageStudy study = new CoverageStudy(config(rules), seeds(rules), rules.samples());
    if (samples == null) {
      return measure(rules, study, Optional.empty());
    }
    requireEmpty(samples);
    try (OutputFolder folder = OutputFolder.claim(samples)) {
      return measure(rules, study, Optional.of(folder.path()));
    }
  }

  private int measure(Protocol rules, CoverageStudy study, Optional<Path> samplesFolder)
      throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    StudySession session = new StudySession(stop, new LocalWorkers(jobs), "seeds", err);
    StudyRun.Outcome ended = session.run(folder(rules, study.config()), study.plan());
    if (!ended.complete()) {
      err.println("Interrupted, saved. The same command goes on.");
      return ExitCode.INTERRUPTED.code();
    }
    CoverageReport report =
        new CoverageReport(
            rules, study.config(), study.ofTrueDistribution(), study.scores(ended.results()));
    if (samplesFolder.isPresent()) {
      new SeedSamples(rules.samples(), samplesFolder.get())
          .write(ended.results(), folder(rules, study.config()));
    }
    PrintWriter stdout = spec.commandLine().getOut();
    stdout.println(common.json ? Json.text(report.json()) : report.text());
    stdout.flush();
    return (report.diverged() ? ExitCode.DIVERGED : ExitCode.DONE).code();
  }

  /** Other settings than the protocol's best known ones have a folder of their own. */
  private Path folder(Protocol rules, GanConfig config) {
    if (out != null) {
      return out;
    }
    String name = "coverage-" + rules.name() + "-" + rules.data();
    String settingsHash = Sha256.hex(ConfigJson.write(config)).substring(0, HASH_DIGITS);
    return Path.of("runs", config.equals(rules.best()) ? name : name + "-" + settingsHash);
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new UsageException(
            folder
                + ": expected an empty folder for the samples, got one with files; name another or"
                + " empty it");
      }
    }
  }

  private Protocol rules() {
    try {
      return data == null ? Protocols.named(protocol) : Protocols.named(protocol, data);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  private GanConfig config(Protocol rules) throws IOException {
    GanConfig config = objective.over(base(rules));
    Points points = new Points(rules.distribution());
    if (!config.data().equals(points)) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "%s: expected the data of %s, %s, got %s",
              settings.config,
              rules.name(),
              points,
              config.data()));
    }
    try {
      return steps == null ? config : config.withSteps(steps);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  private GanConfig base(Protocol rules) throws IOException {
    if (settings.config != null) {
      return ConfigFile.read(settings.config);
    }
    return settings.published ? rules.asPublished() : rules.best();
  }

  private Seeds seeds(Protocol rules) {
    int count = seeds == null ? rules.seeds() : seeds;
    if (count < 1 || jobs < 1) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "%s: expected at least 1, got %d",
              count < 1 ? "--seeds" : "--jobs",
              count < 1 ? count : jobs));
    }
    return new Seeds(firstSeed, count);
  }
}
