package org.gan4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gan4j.theory.Result;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Theorem;
import org.gan4j.theory.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan prove}. */
@Command(
    name = "prove",
    description = {
      "Checks the optimality theorem of Goodfellow et al. 2014 numerically, step by step.",
      "Each row compares sides that are computed independently. Exits with 1 if a row fails."
    },
    footer = {
      "",
      "Examples:",
      "  gan prove",
      "  gan prove --out proof",
      "  gan prove --out proof --svg --latex",
      "  gan prove --only 7,10,11 --json"
    })
final class ProveCommand implements Callable<Integer> {
  /** Its rows prepare quadrature rules, which the other commands need not wait for. */
  private final Supplier<Theorem> theorem;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write report.html, one page with plots, and report.json to DIR.")
  private Path out;

  @Option(
      names = "--svg",
      description = "With --out, write each plot as an SVG file in DIR/plots too.")
  private boolean svg;

  @Option(
      names = "--latex",
      description = "With --out, write the table as LaTeX to DIR/report.tex too.")
  private boolean latex;

  @Option(
      names = "--full",
      description = "Run with more seeds and more steps; takes up to 20 minutes.")
  private boolean full;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of all random draws. Default: 1.")
  private long seed = 1;

  @Option(
      names = "--only",
      paramLabel = "ROW",
      split = ",",
      description = "Rows to check, by their numbers or names in the table.")
  private Set<String> only = new LinkedHashSet<>();

  ProveCommand(Supplier<Theorem> theorem) {
    this.theorem = theorem;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    requireFolder(svg, "--svg");
    requireFolder(latex, "--latex");
    Theorem chosen = chosen();
    Report report = out == null ? report(chosen) : written(chosen);
    PrintWriter stdout = spec.commandLine().getOut();
    stdout.println(common.json ? Json.text(report.json()) : report.text());
    stdout.flush();
    return verdict(report);
  }

  private Report report(Theorem chosen) throws InterruptedException {
    return new Report(Launch.version(), seed, full, check(chosen));
  }

  private Report written(Theorem chosen) throws IOException, InterruptedException {
    requireNoLargerReport(chosen);
    try (OutputFolder folder = OutputFolder.claim(out)) {
      Report report = report(chosen);
      report.write(folder.path());
      if (svg) {
        report.writeSvg(folder.path());
      }
      if (latex) {
        report.writeLatex(folder.path());
      }
      return report;
    }
  }

  private void requireFolder(boolean asked, String option) {
    if (asked && out == null) {
      throw new UsageException(option + ": expected a folder to write to, got none; add --out DIR");
    }
  }

  /** A report of some rows must not take the place of one with others, which took minutes. */
  private void requireNoLargerReport(Theorem chosen) throws IOException {
    List<String> lost = new ArrayList<>(Report.rowsIn(out));
    chosen.statements().forEach(statement -> lost.remove(statement.id()));
    if (!only.isEmpty() && !lost.isEmpty()) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "%s: expected no report of rows that --only leaves out, got one of %s; name another folder",
              out,
              String.join(", ", lost)));
    }
  }

  private Theorem chosen() {
    try {
      return only.isEmpty() ? theorem.get() : theorem.get().only(only);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  private List<Result> check(Theorem chosen) throws InterruptedException {
    int threads = Runtime.getRuntime().availableProcessors();
    PrintWriter err = spec.commandLine().getErr();
    try (TasksProgress rows =
        TasksProgress.open(err, Launch.columns(), chosen.statements().size(), "rows")) {
      return chosen.check(
          new Setting(seed, full, threads, (fraction, what) -> {}), new ProofProgress(rows));
    }
  }

  private int verdict(Report report) {
    PrintWriter err = spec.commandLine().getErr();
    if (out != null) {
      err.println("Report: " + out.resolve("report.html"));
    }
    if (!report.holds()) {
      err.println(
          "prove: expected every row to hold, got failures in "
              + report.failures().stream()
                  .map(result -> result.statement().id())
                  .collect(Collectors.joining(", "))
              + "; see their checks"
              + (out == null ? ", or write a report with --out" : " in the report"));
    }
    err.flush();
    return (report.holds() ? ExitCode.DONE : ExitCode.CHECK_FAILED).code();
  }
}
