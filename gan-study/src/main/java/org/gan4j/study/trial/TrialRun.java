package org.gan4j.study.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gan4j.data.DataException;
import org.gan4j.study.measure.Gauge;
import org.gan4j.study.measure.Metric;
import org.gan4j.study.measure.ModeFigures;
import org.gan4j.study.plan.Trial;
import org.gan4j.train.DivergedException;
import org.gan4j.train.run.Fingerprint;
import org.gan4j.train.run.OutputSchedule;
import org.gan4j.train.run.RunDirectory;
import org.gan4j.train.run.RunLock;
import org.gan4j.train.run.SampleFigures;
import org.gan4j.train.run.SavedRun;
import org.gan4j.train.run.TrainingRun;

/**
 * Trains a trial in its folder, from the beginning or from its newest checkpoint, and measures it.
 * The numbers depend on the trial alone, not on how often it was interrupted or what runs beside
 * it.
 *
 * @param folder the folder
 * @param gauge measures the generator
 * @param until the number of steps to pause at, for a stopping rule; the trial's own number to
 *     train to the end
 * @param watch receives the progress
 */
public record TrialRun(TrialFolder folder, Gauge gauge, long until, TrialWatch watch) {
  /** How many rows metrics.csv has, and how many checkpoints a trial writes. */
  private static final int ROWS = 100;

  private static final int CHECKPOINTS = 5;

  /**
   * Trains and measures. A trial that diverges or fails has a result that says so.
   *
   * @return the result; {@link TrialStatus#OPEN} if the trial was interrupted or has reached {@code
   *     until}
   */
  public TrialResult run() {
    try {
      Optional<TrialResult> before = folder.result();
      if (before.isPresent() && before.get().isFinal()) {
        return before.get();
      }
      folder.requireOurs();
      return trained();
    } catch (DivergedException e) {
      return saved(result(TrialStatus.DIVERGED, e.getMessage(), e.step(), ofDiverged()));
    } catch (IOException | RuntimeException | Error e) {
      return saved(result(TrialStatus.FAILED, sentence(e), 0, Map.of()));
    }
  }

  private TrialResult trained() throws IOException {
    long steps;
    try {
      steps = train();
    } finally {
      Thread.interrupted(); // a pause has done its work
    }
    TrialStatus status = steps == trial().steps() ? TrialStatus.DONE : TrialStatus.OPEN;
    TrialResult result = result(status, "", steps, folder.measured(steps).orElse(Map.of()));
    return result.isFinal() ? saved(result) : result;
  }

  /** Returns the number of steps so far. */
  private long train() throws IOException {
    if (Files.exists(directory().config())) {
      try (SavedRun saved = SavedRun.open(directory().path())) {
        return train(saved.lock(), saved);
      } catch (DataException e) {
        // No sound checkpoint; the run is a function of its config, so it begins again.
      }
    }
    TrialArchive.remove(folder.path()); // what a process left that was killed early
    RunDirectory.create(directory().path(), trial().config(), schedule());
    try (RunLock lock = RunLock.of(directory())) {
      return train(
          new TrainingRun(trial().config(), lock, schedule(), figures(), Optional.empty()));
    }
  }

  private long train(RunLock lock, SavedRun saved) throws IOException {
    return train(
        new TrainingRun(trial().config(), lock, schedule(), figures(), saved.checkpoint()));
  }

  private long train(TrainingRun run) throws IOException {
    try (MeasuredTraining measured = new MeasuredTraining(folder, gauge, until, watch)) {
      return run.train(List.of(measured)).steps();
    }
  }

  private Trial trial() {
    return folder.trial();
  }

  private RunDirectory directory() {
    return folder.run();
  }

  private SampleFigures figures() {
    return ModeFigures.of(trial().config().data());
  }

  private OutputSchedule schedule() {
    long steps = trial().steps();
    long every = trial().trials().checkpointsEvery();
    long checkpoints = every > 0 ? every : Math.max(1, steps / CHECKPOINTS);
    return new OutputSchedule(Math.max(1, steps / ROWS), 0, checkpoints, 1);
  }

  private Map<String, OptionalDouble> ofDiverged() {
    List<Metric> metrics = trial().trials().measure().metrics();
    List<OptionalDouble> figures = trial().trials().measure().ofDiverged();
    Map<String, OptionalDouble> named = new LinkedHashMap<>();
    for (int i = 0; i < metrics.size(); i++) {
      named.put(metrics.get(i).name(), figures.get(i));
    }
    return named;
  }

  private TrialResult result(
      TrialStatus status, String reason, long steps, Map<String, OptionalDouble> metrics) {
    return new TrialResult(
        trial().name(),
        TrialIdentity.of(trial()),
        status,
        reason,
        steps,
        seconds(),
        metrics,
        Fingerprint.of(trial().config().compute()).facts());
  }

  private double seconds() {
    try {
      return folder.seconds();
    } catch (IOException e) {
      return 0; // the trial failed for the same reason, which its result gives
    }
  }

  private static String sentence(Throwable e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return message.lines().findFirst().orElse(e.toString());
  }

  /** A result that cannot be written is a failure of its own. */
  private TrialResult saved(TrialResult result) {
    try {
      folder.write(result);
      return result;
    } catch (IOException e) {
      return result(TrialStatus.FAILED, sentence(e), result.steps(), Map.of());
    }
  }
}
