package org.gan4j.study.trial;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The result of a trial.
 *
 * @param trial the trial's name
 * @param fingerprint the SHA-256 of everything that determines its numbers, see {@link
 *     TrialIdentity}
 * @param status how it ended, or {@link TrialStatus#OPEN}
 * @param reason why it ended early, in one sentence; empty if it did not
 * @param steps the number of generator updates
 * @param seconds the training time, over all processes that worked on it
 * @param metrics the figures by name; undefined ones are empty
 * @param machine what decides the last bits of its numbers, by name
 */
public record TrialResult(
    String trial,
    String fingerprint,
    TrialStatus status,
    String reason,
    long steps,
    double seconds,
    Map<String, OptionalDouble> metrics,
    SortedMap<String, String> machine) {
  /**
   * Copies the maps.
   *
   * @param trial the trial's name
   * @param fingerprint the SHA-256 of everything that determines its numbers
   * @param status how it ended
   * @param reason why it ended early
   * @param steps the number of generator updates
   * @param seconds the training time
   * @param metrics the figures by name
   * @param machine what decides the last bits of its numbers, by name
   */
  public TrialResult {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    machine = Collections.unmodifiableSortedMap(new TreeMap<>(machine));
  }

  /**
   * Returns a figure.
   *
   * @param metric its name
   * @return the figure, if the trial has one
   */
  public OptionalDouble metric(String metric) {
    return Optional.ofNullable(metrics.get(metric)).orElse(OptionalDouble.empty());
  }

  /**
   * Returns the result of a trial that has been trained to a rung.
   *
   * @param folder the trial's folder
   * @param step the number of generator updates
   * @param metrics the figures of that step
   * @return an open result
   * @throws IOException if the trial's files cannot be read
   */
  public static TrialResult open(TrialFolder folder, long step, Map<String, OptionalDouble> metrics)
      throws IOException {
    return new TrialResult(
        folder.trial().name(),
        TrialIdentity.of(folder.trial()),
        TrialStatus.OPEN,
        "",
        step,
        folder.seconds(),
        metrics,
        new TreeMap<>());
  }

  /** {@return whether another attempt would give the same} */
  public boolean isFinal() {
    return status == TrialStatus.DONE || status == TrialStatus.DIVERGED;
  }

  /**
   * Returns this result as that of a trial that the stopping rule ended.
   *
   * @param why the reason, in one sentence
   * @return the changed result
   */
  public TrialResult stopped(String why) {
    return new TrialResult(
        trial, fingerprint, TrialStatus.STOPPED, why, steps, seconds, metrics, machine);
  }
}
