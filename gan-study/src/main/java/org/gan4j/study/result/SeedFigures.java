package org.gan4j.study.result;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.StatUtils;
import org.gan4j.core.Expect;

/**
 * One figure per seed, with mean and standard error. If a figure is undefined, so is the mean: a
 * mean over the remaining seeds would be too good.
 *
 * @param values the figures in the order of the seeds
 */
public record SeedFigures(List<OptionalDouble> values) {
  /**
   * Copies the list.
   *
   * @param values the figures in the order of the seeds, at least one
   */
  public SeedFigures {
    values = List.copyOf(values);
    Expect.that(!values.isEmpty(), "SeedFigures", "at least one seed", "none");
    values.forEach(Objects::requireNonNull);
  }

  /** {@return the number of seeds without a value} */
  public int undefined() {
    return (int) values.stream().filter(OptionalDouble::isEmpty).count();
  }

  /** {@return the mean over all seeds, if every seed has a value} */
  public OptionalDouble mean() {
    return undefined() > 0 ? OptionalDouble.empty() : OptionalDouble.of(StatUtils.mean(defined()));
  }

  /**
   * {@return the standard error of the mean, s/√n with the unbiased variance s²; empty for fewer
   * than two seeds, or if a seed has no value}
   */
  public OptionalDouble standardError() {
    return undefined() > 0 || values.size() < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.sqrt(StatUtils.variance(defined()) / values.size()));
  }

  private double[] defined() {
    return values.stream().mapToDouble(OptionalDouble::getAsDouble).toArray();
  }
}
