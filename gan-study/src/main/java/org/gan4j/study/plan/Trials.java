package org.gan4j.study.plan;

import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.study.measure.Measure;
import org.gan4j.study.measure.Metric;
import org.gan4j.study.measure.NoMeasure;

/**
 * What each trial of a study does.
 *
 * @param steps the number of generator updates; 0 for that of the base
 * @param threads the number of compute threads
 * @param measure what is measured at the end
 * @param measureEvery steps between measurements along the way; 0 for none
 * @param checkpointsEvery steps between checkpoints, where a killed trial goes on; 0 for a fifth of
 *     the steps
 * @param stopping which settings are trained to the end
 */
public record Trials(
    long steps,
    int threads,
    Measure measure,
    long measureEvery,
    long checkpointsEvery,
    Stopping stopping) {
  /**
   * Checks the ranges.
   *
   * @param steps the number of generator updates, at least 0
   * @param threads the number of compute threads, at least 1
   * @param measure what is measured at the end
   * @param measureEvery steps between measurements along the way, at least 0
   * @param checkpointsEvery steps between checkpoints, at least 0
   * @param stopping which settings are trained to the end
   */
  public Trials {
    Expect.atLeast("trials", "steps", steps, 0);
    Expect.atLeast("trials", "threads", threads, 1);
    Expect.nonNull("trials", "a value for 'measure'", measure);
    Expect.atLeast("trials", "measureEvery", measureEvery, 0);
    Expect.atLeast("trials", "checkpointsEvery", checkpointsEvery, 0);
    Expect.nonNull("trials", "a value for 'stopping'", stopping);
    Expect.that(
        stopping instanceof RunAll || !measure.metrics().isEmpty(),
        "trials",
        "a measure to stop by",
        "none");
    List<String> names = measure.metrics().stream().map(Metric::name).toList();
    if (!stopping.metric().isEmpty() && !names.contains(stopping.metric())) {
      throw Expect.unknown("trials.stopping", names, stopping.metric());
    }
  }

  /** Trains for the steps of the base on one thread, and measures nothing of its own. */
  public Trials() {
    this(0, 1, new NoMeasure(), 0, 0, new RunAll());
  }

  /** {@return the figure that the stopping rule compares by; there is a measure} */
  public Metric compared() {
    return measure.metrics().stream()
        .filter(metric -> metric.name().equals(stopping.metric()))
        .findFirst()
        .orElse(measure.metrics().get(0));
  }
}
