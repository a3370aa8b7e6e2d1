package org.gan4j.study.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gan4j.study.measure.Metric;
import org.gan4j.study.plan.Combination;
import org.gan4j.study.plan.StudyPlan;
import org.gan4j.study.plan.Trial;
import org.gan4j.study.trial.TrialResult;
import org.gan4j.study.trial.TrialStatus;

/**
 * What is known of the trials of a study.
 *
 * @param plan the study
 * @param byTrial the results by the trials' names; those that have not begun have none
 */
public record StudyResults(StudyPlan plan, Map<String, TrialResult> byTrial) {
  /**
   * Copies the map.
   *
   * @param plan the study
   * @param byTrial the results by the trials' names
   */
  public StudyResults {
    byTrial = Collections.unmodifiableMap(new LinkedHashMap<>(byTrial));
  }

  /** {@return the figures that trials are measured by} */
  public List<Metric> metrics() {
    return plan.study().trials().measure().metrics();
  }

  /**
   * Returns the result of a trial.
   *
   * @param trial the trial
   * @return its result, if it has begun
   */
  public Optional<TrialResult> of(Trial trial) {
    return Optional.ofNullable(byTrial.get(trial.name()));
  }

  /**
   * Returns how far a trial is.
   *
   * @param trial the trial
   * @return its status
   */
  public TrialStatus status(Trial trial) {
    return of(trial).map(TrialResult::status).orElse(TrialStatus.OPEN);
  }

  /**
   * Counts trials.
   *
   * @param status a status
   * @return how many trials have it
   */
  public long count(TrialStatus status) {
    return plan.trials().stream().filter(trial -> status(trial) == status).count();
  }

  /** {@return the number of generator updates of all trials together} */
  public long steps() {
    return byTrial.values().stream().mapToLong(TrialResult::steps).sum();
  }

  /**
   * Returns a figure of a setting for each seed that was trained to the end.
   *
   * @param combination the setting
   * @param metric the figure
   * @return one value per seed in order; empty where the figure is undefined or the trial failed
   */
  public Map<Long, OptionalDouble> figures(Combination combination, Metric metric) {
    Map<Long, OptionalDouble> figures = new LinkedHashMap<>();
    for (Trial trial : plan.of(combination)) {
      TrialStatus status = status(trial);
      if (status == TrialStatus.DONE || status == TrialStatus.DIVERGED) {
        figures.put(trial.seed(), of(trial).orElseThrow().metric(metric.name()));
      } else if (status == TrialStatus.FAILED) {
        figures.put(trial.seed(), OptionalDouble.empty());
      }
    }
    return figures;
  }

  /**
   * Returns the mean over seeds of a figure of a setting.
   *
   * @param combination the setting
   * @param metric the figure
   * @return the figures of the seeds, if any seed was trained to the end
   */
  public Optional<SeedFigures> seeds(Combination combination, Metric metric) {
    List<OptionalDouble> values = new ArrayList<>(figures(combination, metric).values());
    return values.isEmpty() ? Optional.empty() : Optional.of(new SeedFigures(values));
  }

  /**
   * {@return the settings, the best first: by the mean of the first metric, and where it is equal
   * by the next; those without a mean are last, in the order of the plan}
   */
  public List<Combination> ranked() {
    Map<Combination, List<OptionalDouble>> means = new HashMap<>();
    for (Combination combination : plan.combinations()) {
      means.put(combination, metrics().stream().map(metric -> mean(combination, metric)).toList());
    }
    List<Combination> ranked = new ArrayList<>(plan.combinations());
    ranked.sort((a, b) -> compare(means.get(a), means.get(b)));
    return ranked;
  }

  private int compare(List<OptionalDouble> a, List<OptionalDouble> b) {
    int order = 0;
    for (int i = 0; i < a.size() && order == 0; i++) {
      order = compare(a.get(i), b.get(i), metrics().get(i));
    }
    return order;
  }

  private OptionalDouble mean(Combination combination, Metric metric) {
    return seeds(combination, metric).map(SeedFigures::mean).orElse(OptionalDouble.empty());
  }

  /**
   * Orders means, the better first, and those that are undefined last.
   *
   * @param a a mean
   * @param b another
   * @param metric whose they are
   * @return as for a comparator
   */
  public static int compare(OptionalDouble a, OptionalDouble b, Metric metric) {
    if (a.isEmpty() || b.isEmpty()) {
      return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
    int order = Double.compare(a.getAsDouble(), b.getAsDouble());
    return metric.largerIsBetter() ? -order : order;
  }
}
