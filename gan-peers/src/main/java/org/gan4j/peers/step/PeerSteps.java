package org.gan4j.peers.step;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gan4j.core.DType;
import org.gan4j.core.Expect;
import org.gan4j.io.WholeFile;
import org.gan4j.speed.Budget;
import org.gan4j.speed.Cost;
import org.gan4j.speed.InterleavedRounds;
import org.gan4j.speed.Task;
import org.gan4j.speed.Timing;
import org.gan4j.speed.report.SpeedJson;
import org.gan4j.speed.run.CaseResult;
import org.gan4j.speed.run.SpeedResults;
import org.gan4j.speed.workload.StepPenalty;
import org.gan4j.speed.workload.StepSize;
import org.gan4j.speed.workload.StepWorkload;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Question: how many times as long does a whole GAN step take in other libraries for the JVM, in
 * the same minutes? Each round runs every library once, so that whatever else slows the machine
 * down meets all of them, with a pause in between.
 *
 * <p>Run: {@code OMP_WAIT_POLICY=PASSIVE java -cp gan-peers/target/peers.jar
 * org.gan4j.peers.step.PeerSteps}. Without the variable, the OpenMP threads of ND4J spin while its
 * products run on threads of OpenBLAS.
 */
@Command(
    name = "PeerSteps",
    mixinStandardHelpOptions = true,
    description = {
      "Times whole GAN steps of dense networks in several libraries, which take turns in every",
      "round, after a check that all compute the same losses."
    })
public final class PeerSteps implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--size",
      paramLabel = "NAME",
      split = ",",
      description = "The networks. Default: TOY,SMALL,MEDIUM,LARGE.")
  private List<StepSize> sizes =
      List.of(StepSize.TOY, StepSize.SMALL, StepSize.MEDIUM, StepSize.LARGE);

  @Option(
      names = "--library",
      paramLabel = "NAME",
      split = ",",
      description = "The libraries: ${COMPLETION-CANDIDATES}. Default: all.")
  private List<StepLibrary> libraries = List.of(StepLibrary.values());

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of compute threads. Default: one per processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "Time of each library at each size, half of it to warm up. Default: 10.")
  private double seconds = 10;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the results as JSON, as gan bench --from and --compare read it.")
  private Path out;

  /** Creates the command. */
  public PeerSteps() {}

  /**
   * Runs it.
   *
   * @param arguments the options
   */
  public static void main(String... arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new PeerSteps()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public Integer call() throws IOException {
    Expect.positive("--seconds", "a finite time", seconds);
    PrintWriter terminal = spec.commandLine().getOut();
    List<CaseResult> all = new ArrayList<>();
    for (StepSize size : sizes) {
      List<CaseResult> cases = timed(size);
      terminal.print(PeerTable.text(cases));
      terminal.flush();
      all.addAll(cases);
    }
    if (out != null) {
      SpeedResults results = new SpeedResults(facts(), List.of(), all);
      WholeFile.writeAll(
          Map.of(out, WholeFile.text(SpeedJson.of(results).toPrettyString() + "\n")));
    }
    return 0;
  }

  private List<CaseResult> timed(StepSize size) {
    ExpectedLosses expected = ExpectedLosses.of(StepInputs.of(size));
    List<PeerStep> opened = new ArrayList<>();
    try {
      List<Task> tasks = new ArrayList<>();
      for (StepLibrary library : libraries) {
        PeerStep step = expected.open(library, threads);
        opened.add(step);
        tasks.add(new Turn(step));
        tasks.add(new PeerStepTask(step));
      }
      return results(size, InterleavedRounds.time(tasks, budget()));
    } finally {
      opened.forEach(PeerStep::close);
    }
  }

  /** The rounds of a library share their time with the turns. */
  private Budget budget() {
    Budget alone = Budget.seconds(seconds);
    return new Budget(alone.warmUp(), alone.measuring().dividedBy(2), alone.fewestRounds());
  }

  /** There is a turn before each library. */
  private List<CaseResult> results(StepSize size, List<Timing> timings) {
    StepWorkload workload = size.step(StepPenalty.NONE);
    Cost cost = workload.cost(DType.FLOAT32);
    List<CaseResult> results = new ArrayList<>();
    for (int i = 0; i < libraries.size(); i++) {
      String library = libraries.get(i).name();
      results.add(
          new CaseResult(workload.name(), workload.kind(), library, timings.get(2 * i + 1), cost));
    }
    return results;
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("java", System.getProperty("java.version"));
    facts.put("threads", Integer.toString(threads));
    facts.put("dtype", DType.FLOAT32.name());
    return facts;
  }
}
