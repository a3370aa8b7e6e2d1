package org.gan4j.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.gan4j.io.ReadableNumber;
import org.gan4j.study.plan.RunAll;
import org.gan4j.study.plan.StudyPlan;
import org.gan4j.study.plan.Trial;
import org.gan4j.study.run.StudyRun;
import org.gan4j.study.run.TrialTask;
import org.gan4j.study.trial.TrialResult;
import org.gan4j.study.trial.TrialStatus;

/** Shows the progress of a study with the time left, and stops it when the user asks. */
final class StudyProgress implements StudyRun.Listener {
  /** More often than the eye sees would only cost time. */
  private static final long SHOW_EVERY = TimeUnit.MILLISECONDS.toNanos(100);

  private static final int DIGITS = 3;

  private final StudyPlan plan;
  private final TasksProgress tasks;
  private final StopSignal stop;
  private final Map<String, Long> first = new HashMap<>();
  private final Map<String, Long> last = new HashMap<>();
  private final long start = System.nanoTime();
  private long shown = start;
  private boolean begun;

  StudyProgress(StudyPlan plan, TasksProgress tasks, StopSignal stop) {
    this.plan = plan;
    this.tasks = tasks;
    this.stop = stop;
  }

  @Override
  public void planned(List<TrialTask> trials) {
    int missing = trials.size();
    int all = plan.trials().size();
    boolean atOnce = plan.study().trials().stopping() instanceof RunAll;
    if (!begun && missing < all && atOnce) {
      tasks.alreadyDone(all - missing);
    }
    begun = true;
  }

  @Override
  public boolean goesOn() {
    return !stop.requested();
  }

  @Override
  public void reached(Trial trial, long step) {
    first.putIfAbsent(trial.name(), step);
    last.put(trial.name(), step);
    long now = System.nanoTime();
    if (now - shown >= SHOW_EVERY) {
      shown = now;
      tasks.reached(
          trial.name(),
          (double) step / trial.steps(),
          String.format(
              Locale.ROOT,
              "%s%s: step %d of %d",
              timeLeft(now),
              trial.words(),
              step,
              trial.steps()));
    }
  }

  /** From the steps made here; a trial that goes on made its first ones before. */
  private String timeLeft(long now) {
    long made = 0;
    long before = 0;
    for (Map.Entry<String, Long> trial : last.entrySet()) {
      made += trial.getValue() - first.get(trial.getKey());
      before += first.get(trial.getKey());
    }
    long left = plan.steps() - before - made;
    if (made == 0 || left < 0) {
      return "";
    }
    long seconds = Math.round((now - start) / 1e9 * left / made);
    return String.format(Locale.ROOT, "%d:%02d left, ", seconds / 60, seconds % 60);
  }

  @Override
  public void ended(Trial trial, TrialResult result) {
    last.put(trial.name(), Math.max(result.steps(), last.getOrDefault(trial.name(), 0L)));
    first.putIfAbsent(trial.name(), result.steps());
    if (result.status() != TrialStatus.OPEN) {
      tasks.finished(trial.name(), trial.words() + ": " + line(result));
    }
  }

  private static String line(TrialResult result) {
    return switch (result.status()) {
      case DONE ->
          result.metrics().entrySet().stream()
              .map(metric -> metric.getKey() + " " + number(metric.getValue()))
              .collect(
                  Collectors.joining(
                      ", ",
                      "",
                      String.format(
                          Locale.ROOT,
                          "%s%.0f s",
                          result.metrics().isEmpty() ? "" : ", ",
                          result.seconds())));
      case DIVERGED -> "diverged at step " + result.steps();
      default -> result.status().id() + ": " + result.reason();
    };
  }

  private static String number(OptionalDouble number) {
    return number.isPresent() ? ReadableNumber.of(number.getAsDouble(), DIGITS) : "undefined";
  }
}
