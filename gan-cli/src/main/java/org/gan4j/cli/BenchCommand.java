package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gan4j.core.DType;
import org.gan4j.core.Expect;
import org.gan4j.io.WholeFile;
import org.gan4j.speed.Workload;
import org.gan4j.speed.report.Comparison;
import org.gan4j.speed.report.SpeedJson;
import org.gan4j.speed.report.SpeedPage;
import org.gan4j.speed.report.SpeedTable;
import org.gan4j.speed.run.SpeedPlan;
import org.gan4j.speed.run.SpeedResults;
import org.gan4j.speed.run.SpeedRun;
import org.gan4j.speed.workload.Workloads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan bench}. */
@Command(
    name = "bench",
    description = {
      "Measures how long training steps, products, convolutions and passes over memory take,",
      "beside the best product and the fastest copy of this machine. Writes report.html, one",
      "page with a roofline, and report.json. Takes up to 3 minutes for each backend. Run it",
      "on a quiet machine."
    },
    footer = {
      "",
      "Cases: step/NAME and step/NAME-r1 with toy2d, mlp256, mlp512, mlp1024, dcgan28, dcgan32;",
      "  batch/N, width/N, gemm/MxNxK-nt, dense/…, conv/…, kernel/….",
      "",
      "JSON: peak_gflops, copy_gbps, kernel, facts, ceilings and cases, each with name, backend,",
      "  median_us, min_us, max_us, gflops, peak_share and gbps.",
      "",
      "Examples:",
      "  gan bench",
      "  gan bench --backend cpu,nd4j --only step/ --out steps",
      "  gan bench --compare runs/bench-1/report.json --tolerance 0.1",
      "  gan bench --from runs/bench-2/report.json --compare runs/bench-1/report.json"
    })
final class BenchCommand implements Callable<Integer> {
  private static final double QUICK_SECONDS = 150;
  private static final double SECONDS_PER_CASE = 4;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      split = ",",
      description =
          "The backends, which take turns: cpu, cuda, cuda:1, cuda+graph, nd4j and so on. Default:"
              + " cpu.")
  private List<String> backends = List.of("cpu");

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of compute threads. Default: one per processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--dtype",
      paramLabel = "TYPE",
      description = "The element type: FLOAT32 or FLOAT64. Default: FLOAT32.")
  private DType dtype = DType.FLOAT32;

  @Option(
      names = "--full",
      description =
          "Measure every size, layout and penalty, with more rounds; takes up to 20 minutes.")
  private boolean full;

  @Option(
      names = "--only",
      paramLabel = "START",
      split = ",",
      description = "Measure the cases whose names start with this, such as step/ or gemm/512.")
  private List<String> only = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write the report to this folder. Default: runs/bench-<n>.")
  private Path out;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Read results from a report.json in place of measuring.")
  private Path from;

  @Option(
      names = "--compare",
      paramLabel = "FILE",
      description =
          "Print the ratio of each time to that in another report.json. Exits with 1 if one is"
              + " greater than 1 + tolerance.")
  private Path compare;

  @Option(
      names = "--tolerance",
      paramLabel = "FRACTION",
      description = "How much longer a case may take, with --compare. Default: 0.15.")
  private double tolerance = 0.15;

  @Override
  public Integer call() throws IOException {
    Expect.nonNegative("--tolerance", "a fraction", tolerance);
    Optional<SpeedResults> before =
        compare == null ? Optional.empty() : Optional.of(SpeedJson.read(compare));
    SpeedResults results = from == null ? measured(before) : earlier();
    Optional<Comparison> comparison = before.map(other -> Comparison.of(results, other, tolerance));
    print(results, comparison);
    return verdict(comparison);
  }

  private SpeedResults earlier() throws IOException {
    SpeedResults results = SpeedJson.read(from);
    if (out != null) {
      try (OutputFolder claimed = OutputFolder.claim(out)) {
        write(claimed.path(), results);
      }
    }
    return results;
  }

  private SpeedResults measured(Optional<SpeedResults> before) throws IOException {
    SpeedPlan plan = plan();
    List<String> names = plan.workloads().stream().map(Workload::name).toList();
    before.ifPresent(other -> Comparison.requireShared(names, backends, other));
    PrintWriter err = spec.commandLine().getErr();
    BenchFacts.warning().ifPresent(err::println);
    Path folder = out == null ? RunFolders.next(Path.of("runs"), "bench") : out;
    try (OutputFolder claimed = OutputFolder.claim(folder)) {
      SpeedResults results = run(plan, err);
      write(claimed.path(), results);
      err.println("Report: " + folder.resolve("report.html"));
      err.flush();
      return results;
    }
  }

  private SpeedPlan plan() {
    List<Workload> all = full ? Workloads.full() : Workloads.quick();
    List<Workload> chosen = only.isEmpty() ? all : Workloads.only(all, only);
    double seconds = full ? SECONDS_PER_CASE * chosen.size() : QUICK_SECONDS;
    return new SpeedPlan(backends, threads, dtype, chosen, seconds);
  }

  private SpeedResults run(SpeedPlan plan, PrintWriter err) {
    try (TasksProgress cases =
        TasksProgress.open(err, Launch.columns(), plan.workloads().size(), "cases")) {
      return new SpeedRun(plan, new BenchProgress(cases))
          .results(BenchFacts.of(threads, dtype, full));
    }
  }

  private static void write(Path folder, SpeedResults results) throws IOException {
    WholeFile.writeAll(
        Map.of(
            folder.resolve("report.html"),
            WholeFile.text(SpeedPage.of(results)),
            folder.resolve("report.json"),
            WholeFile.text(Json.text(SpeedJson.of(results)) + "\n")));
  }

  private void print(SpeedResults results, Optional<Comparison> comparison) {
    PrintWriter stdout = spec.commandLine().getOut();
    if (common.json) {
      ObjectNode json = SpeedJson.of(results);
      comparison.ifPresent(found -> json.set("comparison", found.json()));
      stdout.println(Json.text(json));
    } else {
      stdout.print(comparison.map(Comparison::text).orElseGet(() -> SpeedTable.text(results)));
    }
    stdout.flush();
  }

  private int verdict(Optional<Comparison> comparison) {
    int worse = comparison.map(found -> found.worse().size()).orElse(0);
    if (worse == 0) {
      return ExitCode.DONE.code();
    }
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        Locale.ROOT,
        "bench: expected no case to take more than %.2f times as long as in %s, got %d;"
            + " measure again on a quiet machine, or raise --tolerance%n",
        1 + tolerance,
        compare,
        worse);
    err.flush();
    return ExitCode.CHECK_FAILED.code();
  }
}
