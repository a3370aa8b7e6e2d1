package org.gan4j.cuda.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.core.backend.BackendName;
import org.gan4j.core.backend.BackendProvider;
import org.gan4j.core.backend.Backends;
import org.gan4j.speed.report.SpeedJson;
import org.gan4j.speed.run.CaseResult;
import org.gan4j.speed.run.SpeedResults;

/**
 * What {@code scripts/gpu-check} runs on a machine with a GPU: the contract of backends,
 * derivatives, training beside {@code cpu}, and times beside PyTorch's. Prints one table and writes
 * a JSON file that {@code gan bench --compare} reads.
 */
public final class GpuCheck {
  private final List<Finding> findings = new ArrayList<>();
  private final CheckOptions options;

  private GpuCheck(CheckOptions options) {
    this.options = options;
  }

  /**
   * Checks; exits with 1 if a check failed.
   *
   * @param arguments see {@link CheckOptions}
   */
  public static void main(String... arguments) throws IOException {
    boolean passed = new GpuCheck(CheckOptions.of(arguments)).run();
    System.exit(passed ? 0 : 1);
  }

  private boolean run() throws IOException {
    for (String backend : options.backends()) {
      note(ContractRun.contract(backend));
      note(ContractRun.derivatives(backend));
    }
    TrainingRuns training = new TrainingRuns(options);
    for (String backend : options.backends()) {
      training.against(backend).forEach(this::note);
    }
    SpeedResults times = withPeers(new Times(options).measured(facts()));
    System.out.println();
    findings.forEach(finding -> System.out.println(finding.line()));
    System.out.print(TimesTable.text(times, options.backends().get(0)));
    Files.writeString(options.out(), SpeedJson.of(times).toPrettyString() + "\n");
    System.out.println("written: " + options.out());
    return findings.stream().allMatch(Finding::passed);
  }

  private void note(Finding finding) {
    findings.add(finding);
    System.out.println(finding.line());
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    String provider = BackendName.parse(options.backends().get(0)).provider();
    for (BackendProvider each : Backends.providers()) {
      if (each.name().equals(provider)) {
        facts.put(provider, each.probe().reason());
        each.probe().details().forEach((name, fact) -> facts.put(provider + " " + name, fact));
      }
    }
    findings.forEach(finding -> facts.put(finding.name(), finding.result()));
    facts.put("java", System.getProperty("java.version"));
    return facts;
  }

  private SpeedResults withPeers(SpeedResults own) throws IOException {
    List<CaseResult> cases = new ArrayList<>(own.cases());
    for (Path peer : options.peers()) {
      cases.addAll(SpeedJson.read(peer).cases());
    }
    return new SpeedResults(own.facts(), own.ceilings(), cases);
  }

  /**
   * The result of a check.
   *
   * @param name what was checked
   * @param passed whether it is right
   * @param result in words
   */
  record Finding(String name, boolean passed, String result) {
    String line() {
      return String.format(Locale.ROOT, "%-6s %-44s %s", passed ? "ok" : "FAILED", name, result);
    }
  }
}
