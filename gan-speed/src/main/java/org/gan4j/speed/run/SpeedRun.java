package org.gan4j.speed.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Backends;
import org.gan4j.speed.Budget;
import org.gan4j.speed.Cost;
import org.gan4j.speed.InterleavedRounds;
import org.gan4j.speed.Task;
import org.gan4j.speed.Timing;
import org.gan4j.speed.Workload;

/**
 * Measures the ceilings of each backend, and then each workload on all backends in interleaved
 * rounds. The time that is left is shared by the workloads that are left.
 */
public final class SpeedRun {
  private static final double MOST_SECONDS = 2;
  private static final double CEILING_SECONDS = 0.4;

  /**
   * How long each of the first two steps, one of them usually with a penalty, runs before anything
   * is timed, or a tenth of the plan's time: Java compiles the trainer meanwhile, on the processors
   * that the steps need.
   */
  private static final double COMPILING_SECONDS = 6;

  /** Follows a run. */
  public interface Listener {
    /**
     * Called before something is measured.
     *
     * @param what a ceiling or the name of a workload
     */
    void began(String what);

    /**
     * Called after a workload has been timed on every backend.
     *
     * @param results one for each backend
     */
    void timed(List<CaseResult> results);
  }

  private final SpeedPlan plan;
  private final Listener listener;

  /**
   * Prepares a run.
   *
   * @param plan what to measure
   * @param listener follows the run
   */
  public SpeedRun(SpeedPlan plan, Listener listener) {
    this.plan = plan;
    this.listener = listener;
  }

  /**
   * Measures everything.
   *
   * @param facts the machine and the settings, to keep with the results
   * @return the results
   */
  public SpeedResults results(Map<String, String> facts) {
    long end = System.nanoTime() + (long) (plan.seconds() * plan.backends().size() * 1e9);
    List<Ceiling> ceilings = ceilings();
    plan.workloads().stream().filter(SpeedRun::trains).limit(2).forEach(this::compile);
    List<CaseResult> cases = new ArrayList<>();
    int left = plan.workloads().size();
    for (Workload workload : plan.workloads()) {
      double seconds = Math.max(0, end - System.nanoTime()) / 1e9 / left / plan.backends().size();
      listener.began(workload.name());
      List<CaseResult> timed = timed(workload, Budget.seconds(Math.min(MOST_SECONDS, seconds)));
      listener.timed(timed);
      cases.addAll(timed);
      left--;
    }
    return new SpeedResults(facts, ceilings, cases);
  }

  private static boolean trains(Workload workload) {
    return workload.kind() == Workload.Kind.STEP || workload.kind() == Workload.Kind.SWEEP;
  }

  private void compile(Workload workload) {
    listener.began("Java's compiler, before " + workload.name());
    double seconds = Math.min(COMPILING_SECONDS, plan.seconds() / 10);
    for (String name : plan.backends()) {
      try (Backend backend = Backends.open(name, plan.options(plan.threads()))) {
        backend.openScope();
        Task task = workload.open(backend);
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
          task.run();
        }
      }
    }
  }

  /** With one thread and with all. */
  private List<Ceiling> ceilings() {
    CeilingMeter meter = new CeilingMeter(Budget.seconds(CEILING_SECONDS));
    List<Ceiling> ceilings = new ArrayList<>();
    for (String backend : plan.backends()) {
      listener.began("ceilings of " + backend);
      ceilings.add(meter.measure(backend, plan.options(1)));
      if (plan.threads() > 1) {
        ceilings.add(meter.measure(backend, plan.options(plan.threads())));
      }
    }
    return ceilings;
  }

  private List<CaseResult> timed(Workload workload, Budget budget) {
    Cost cost = workload.cost(plan.dtype());
    List<Backend> opened = new ArrayList<>();
    try {
      List<Task> tasks = new ArrayList<>();
      for (String name : plan.backends()) {
        Backend backend = Backends.open(name, plan.options(plan.threads()));
        opened.add(backend);
        backend.openScope();
        tasks.add(workload.open(backend));
      }
      List<Timing> timings = InterleavedRounds.time(tasks, budget);
      List<CaseResult> results = new ArrayList<>();
      for (int i = 0; i < timings.size(); i++) {
        String backend = plan.backends().get(i);
        results.add(
            new CaseResult(workload.name(), workload.kind(), backend, timings.get(i), cost));
      }
      return results;
    } finally {
      opened.forEach(Backend::close);
    }
  }
}
