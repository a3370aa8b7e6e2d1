package org.gan4j.study.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.gan4j.io.WholeFile;
import org.gan4j.study.measure.Metric;
import org.gan4j.study.plan.Combination;
import org.gan4j.study.plan.StudyPlan;
import org.gan4j.study.plan.Trial;
import org.gan4j.study.result.SeedFigures;
import org.gan4j.study.result.StudyResults;
import org.gan4j.study.result.StudyTables;
import org.gan4j.study.trial.TrialFolder;
import org.gan4j.study.trial.TrialResult;
import org.gan4j.study.trial.TrialStatus;

/**
 * Does what is missing of a study: trials that have a result are kept, others go on from their
 * checkpoints, and the stopping rule decides between rungs. The tables in the folder are kept up to
 * date.
 */
public final class StudyRun {
  /** The tables are written this often, so that many short trials do not wait for the disk. */
  private static final long WRITE_EVERY = TimeUnit.SECONDS.toNanos(1);

  private final StudyFolder folder;
  private final TrialWorkers workers;
  private final Listener listener;
  private final Map<String, TrialResult> results = new LinkedHashMap<>();
  private boolean complete = true;
  private long written = System.nanoTime() - WRITE_EVERY;

  /** Receives the progress of a study, one call at a time. */
  public interface Listener {
    /**
     * Called when the trials up to the next rung, or to the end, are about to run.
     *
     * @param trials those that are to be trained, with the number of steps to train to
     */
    void planned(List<TrialTask> trials);

    /** {@return whether to go on; otherwise the study is saved and ends} */
    boolean goesOn();

    /**
     * Called when a trial has made a step, perhaps not after each.
     *
     * @param trial the trial
     * @param step the number of generator updates so far
     */
    void reached(Trial trial, long step);

    /**
     * Called when a trial has ended, or has reached a rung.
     *
     * @param trial the trial
     * @param result its result so far
     */
    void ended(Trial trial, TrialResult result);
  }

  /**
   * How a study ended.
   *
   * @param results the results
   * @param complete whether nothing is missing; otherwise the listener ended the study
   */
  public record Outcome(StudyResults results, boolean complete) {}

  /**
   * Prepares to run a study.
   *
   * @param folder its folder
   * @param workers where trials are trained
   * @param listener receives the progress
   */
  public StudyRun(StudyFolder folder, TrialWorkers workers, Listener listener) {
    this.folder = folder;
    this.workers = workers;
    this.listener = listener;
  }

  private StudyPlan plan() {
    return folder.plan();
  }

  /**
   * Runs the study.
   *
   * @return how it ended; the tables are written
   * @throws IOException if the study's own files cannot be read or written
   * @throws InterruptedException if the thread is interrupted
   */
  public Outcome run() throws IOException, InterruptedException {
    for (TrialFolder trial : folder.trials()) {
      Optional<TrialResult> before = trial.result();
      before
          .filter(TrialResult::isFinal)
          .ifPresent(found -> results.put(trial.trial().name(), found));
    }
    List<Combination> alive = plan().combinations();
    long steps = plan().trials().get(0).steps();
    List<Long> rungs = plan().study().trials().stopping().rungs(steps);
    for (int rung = 0; rung < rungs.size() && complete; rung++) {
      train(alive, rungs.get(rung));
      if (complete) {
        alive = promoted(alive, rung, rungs.get(rung));
      }
    }
    if (complete) {
      train(alive, steps);
    }
    write();
    workers.ended(folder, results());
    return new Outcome(results(), complete);
  }

  private StudyResults results() {
    return new StudyResults(plan(), results);
  }

  private void train(List<Combination> combinations, long until)
      throws IOException, InterruptedException {
    List<TrialTask> tasks = new ArrayList<>();
    for (Combination combination : combinations) {
      for (Trial trial : plan().of(combination)) {
        TrialFolder where = folder.of(trial);
        if (!isFinal(trial) && (until == trial.steps() || !reached(where, until))) {
          tasks.add(new TrialTask(where, until));
        }
      }
    }
    write();
    listener.planned(tasks);
    workers.run(tasks, new Ended());
  }

  private boolean isFinal(Trial trial) {
    return results.containsKey(trial.name()) && results.get(trial.name()).isFinal();
  }

  /** Takes over what a trial has at a rung, if it was there before. */
  private boolean reached(TrialFolder where, long rung) throws IOException {
    Optional<Map<String, OptionalDouble>> measured = where.measured(rung);
    if (measured.isPresent()) {
      results.put(where.trial().name(), TrialResult.open(where, rung, measured.get()));
    }
    return measured.isPresent();
  }

  private final class Ended implements TrialWorkers.Progress {
    @Override
    public boolean goesOn() {
      complete &= listener.goesOn();
      return complete;
    }

    @Override
    public void reached(TrialTask task, long step) {
      listener.reached(task.folder().trial(), step);
    }

    @Override
    public void ended(TrialTask task, TrialResult result) throws IOException {
      Trial trial = task.folder().trial();
      results.put(trial.name(), result);
      listener.ended(trial, result);
      if (System.nanoTime() - written >= WRITE_EVERY) {
        write();
      }
    }
  }

  private void write() throws IOException {
    StudyResults now = results();
    WholeFile.writeAll(
        Map.of(
            folder.trialsTable(), WholeFile.text(StudyTables.trials(now)),
            folder.settingsTable(), WholeFile.text(StudyTables.settings(now))));
    written = System.nanoTime();
  }

  /** Returns the settings that go on beyond a rung; the others are stopped. */
  private List<Combination> promoted(List<Combination> alive, int rung, long step)
      throws IOException {
    Metric metric = plan().study().trials().compared();
    Map<Combination, OptionalDouble> means = new LinkedHashMap<>();
    for (Combination combination : alive) {
      means.put(combination, mean(combination, step, metric));
    }
    List<Combination> ranked = new ArrayList<>(alive);
    ranked.sort((a, b) -> StudyResults.compare(means.get(a), means.get(b), metric));
    int survivors =
        plan().study().trials().stopping().survivors(rung, plan().combinations().size());
    int kept = Math.min(survivors, ranked.size());
    for (Combination combination : ranked.subList(kept, ranked.size())) {
      stop(combination, step, metric, means.get(combination), kept, ranked.size());
    }
    return alive.stream().filter(ranked.subList(0, kept)::contains).toList();
  }

  private OptionalDouble mean(Combination combination, long step, Metric metric)
      throws IOException {
    List<OptionalDouble> values = new ArrayList<>();
    for (Trial trial : plan().of(combination)) {
      TrialResult result = results.get(trial.name());
      boolean early = result.status() != TrialStatus.DONE && result.status() != TrialStatus.OPEN;
      values.add(
          early
              ? result.metric(metric.name())
              : folder.of(trial).measured(step).orElseThrow().get(metric.name()));
    }
    return new SeedFigures(values).mean();
  }

  private void stop(
      Combination combination,
      long step,
      Metric metric,
      OptionalDouble mean,
      int kept,
      int compared) {
    String figure =
        mean.isPresent()
            ? String.format(Locale.ROOT, "a mean %s of %.4g", metric.name(), mean.getAsDouble())
            : "an undefined mean " + metric.name();
    String why =
        String.format(
            Locale.ROOT,
            "step %d: %s, not among the best %d of %d settings",
            step,
            figure,
            kept,
            compared);
    for (Trial trial : plan().of(combination)) {
      TrialResult result = results.get(trial.name());
      if (result.status() == TrialStatus.OPEN) {
        results.put(trial.name(), result.stopped(why));
      }
    }
  }
}
